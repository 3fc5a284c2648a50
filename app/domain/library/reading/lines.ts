import type { PlainPage } from './plain-page'

/** A line without its margins and bullets: where it stands, and its words in shape. */
export type Line = { from: number; to: number; text: string }

const delegates = '(?:代表|委员)(?:们)?(?:同志)?'
const someone = `(?:尊敬的|敬爱的)?[^。:;?!\\n]{2,80}?${delegates}\\s*[:]`
const opening = /收悉|收到|已悉|如下/

/** Where a line that holds more than one must be broken: letters pasted on one line, and a salutation with its letter behind it. */
const breaks: RegExp[] = [
  new RegExp(`^\\s*${someone}(?=\\s*(?:您|你|贵|现|在|收|经|关于|感谢|首先))`),
  new RegExp(`(?<=\\s)${someone}(?=\\s*(?:您|你|贵|现|在|收|经|关于|感谢|首先))`),
  new RegExp(`(?<=(?:答复|复函|回复|答复意见|的函|答复函|意见))(?!的函|函|意见|件)\\s*(?:尊敬的)?[\\u3400-\\u9fff、,·\\s]{2,60}?(?:等\\d*[名位人]?)?${delegates}\\s*[:]`), // prettier-ignore
]

const insideOneLine: RegExp[] = [
  /(?<=如下)[:。](?!\s*$)/g,
  /(?<=[。!?;:\s])(?=[一二三四五六七八九十]{1,2}、)/g,
  /(?<=[。!?:\s])(?=\([一二三四五六七八九十]{1,2}\))/g,
  /(?<=[。!?])\s*(?=(?:衷心|再次|最后|非常|诚挚)?,?(?:再次)?(?:衷心)?感谢(?:您|你|贵|各位)|此复|专此|特此|此答复|此复函)/g,
  /(?<=[。!?])\s*(?=[\u3400-\u9fff]{4,30}\s*(?:\d{4}年|二[〇零0]))/g,
  /(?<=[\u3400-\u9fff。!?])\s*(?=(?:\d{4}年\d{1,2}月\d{1,2}日|二[〇零0一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)(?:\s*$|\s*[\u3400-\u9fff(]{0,4}(?:联系|抄送|抄报|主题词|附件)))/g,
  /(?<=[日。!?\s])\s*(?=[(（]?(?:联系人|联系电话|联系单位|承办人|经办人|抄送|抄报|主题词|附件|签发人)\s*[:及])/g,
]

/** A site's own summary repeats the beginning of the letter and is no part of it. */
const summary = /^\s*(?:核心|内容)?(?:摘要|导读|概述|概要|提要)/

export function linesOf({ shape }: PlainPage): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const text of shape.split('\n')) {
    let start = from
    for (const at of [...breaksIn(text), text.length]) {
      const line = bare(shape, start, from + at)
      if (line) lines.push(line)
      start = from + at
    }
    from += text.length + 1
  }
  return lines
}

function bare(shape: string, from: number, to: number): Line | null {
  let [start, end] = [from, to]
  while (start < end && /[\s•·|*#>]/.test(shape[start] ?? '')) start += 1
  while (end > start && /[\s|]/.test(shape[end - 1] ?? '')) end -= 1
  return start < end ? { from: start, to: end, text: shape.slice(start, end) } : null
}

function breaksIn(text: string): number[] {
  const places = new Set<number>()
  if (summary.test(text)) return []
  for (const pattern of breaks) {
    const match = pattern.exec(text)
    if (match && opening.test(text.slice(match.index + match[0].length))) {
      places.add(match.index)
      places.add(match.index + match[0].length)
    }
  }
  const isWholeLetter =
    text.length > 100 &&
    opening.test(text) &&
    (places.size > 0 || /感谢|[〇\d]{4}年\d+月\d+日\s*$/.test(text))
  if (isWholeLetter)
    for (const pattern of insideOneLine) for (const place of breaksBy(pattern, text)) places.add(place)
  if (isWholeLetter && places.size > 2)
    for (const match of text.matchAll(/\s+/g)) places.add(match.index + match[0].length)
  return [...places].filter((at) => at > 0 && at < text.length).toSorted((a, b) => a - b)
}

function* breaksBy(pattern: RegExp, text: string): Generator<number> {
  for (const match of text.matchAll(pattern)) yield match.index + match[0].length
}
