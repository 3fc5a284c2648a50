import { wordsOf, type Found } from './found'
import type { Line } from './lines'
import type { PlainPage } from './plain-page'
import { isSpamInName, isUnitName } from './units'

const ends =
  /(?:答复|复函|回复|的?函|答复意见|意见|函摘要|摘要|回函|报告|答复件|办理情况|情况|复文|答复书|协办件|会办件|答复稿|公开稿)(?:\([^()]{1,12}\)|\[[^\]]{1,12}\])?$/
const about = /(?:建议|提案|议案|协办件|会办件)/
const circumstances = /[届号]|会议|《|[“"]|代表|委员/
const breadcrumb = /首页|位置|>|›|»|正文$|^(?:来源|时间|索引|发布)|[。?!;]|收悉|如下/

type Candidate = Found & { rank: number }

/** How many lines a title may be broken over. */
const mostLines = 4

/** A letter's own title: an answer to a numbered or named case, said in one sentence. */
export const isTitle = (words: string): boolean =>
  words.length >= 9 &&
  words.length <= 150 &&
  ends.test(words) &&
  about.test(words) &&
  circumstances.test(words) &&
  !breadcrumb.test(words)

/** The fullest whole copy; a page repeats its title, and one of the copies is often damaged. */
export function titleIn(page: PlainPage, lines: Line[]): Found | null {
  const candidates = lines.flatMap((_, at) => candidatesAt(page, lines, at))
  const [best] = candidates.toSorted(
    (a, b) => b.rank - a.rank || b.value.length - a.value.length || a.from - b.from,
  )
  return best ?? null
}

function candidatesAt(page: PlainPage, lines: Line[], at: number): Candidate[] {
  for (let count = 1; count <= mostLines; count += 1) {
    const window = lines.slice(at, at + count)
    if (window.length < count || !couldContinue(window)) return []
    const whole = titleOf(page, window)
    if (whole) return [whole]
  }
  return []
}

/** A window grows only while no line in it ends a title by itself, so that two copies never become one. */
function couldContinue(window: Line[]): boolean {
  const text = window.map((line) => line.text).join('')
  return (
    text.length <= 160 &&
    !window.slice(0, -1).some(({ text: one }) => isTitle(bareTitle(one).text)) &&
    !breadcrumb.test(withoutSpaces(window[0]?.text ?? ''))
  )
}

function titleOf(page: PlainPage, window: Line[]): Candidate | null {
  const [first, last] = [window[0], window.at(-1)]
  if (!first || !last) return null
  const opened = bareTitle(first.text)
  const texts = window.map((line, n) => (n === 0 ? opened.text : line.text))
  const lastText = bareTitle(texts.at(-1) ?? '', false).text
  const words = withoutSpaces([...texts.slice(0, -1), lastText].join(''))
  if (!isTitle(words) || !startsTitle(texts)) return null
  const from = first.from + opened.cut
  const to = (window.length === 1 ? from : last.from) + lastText.length
  return { value: wordsOf(page, from, to), from, to, confidence: 'read', rank: rankOf(words) }
}

/** A window of several lines begins with an office's name, alone on its line, or with the title's own beginning. */
function startsTitle([first = '', second]: string[]): boolean {
  if (second === undefined) return true
  const words = withoutSpaces(first)
  if (/[:[\]|]|[〔【(](?:19|20)\d{2}|(?:19|20)\d{2}[-年/.]\d|文件$/.test(words)) return false
  const isName = (isUnitName(words) || isSpamInName(words)) && begun.test(withoutSpaces(second))
  return isName || (begun.test(words.replace(/^.{0,40}?(?=关于|对)/, '')) && words.length >= 5)
}

const begun = /^(?:关于|对|答复)|^[\u3400-\u9fff]{0,12}(?:政协|人大)?第?[一二三四五六七八九十\d]{1,3}届/

const withoutSpaces = (words: string) => words.replace(/\s+/g, '')

/** A title as a catalogue or a browser prints it: after “名称：”, before “_某某网”. */
function bareTitle(text: string, isFirst = true): { text: string; cut: number } {
  const cut = isFirst ? (/^(?:名\s*称|标\s*题|信息名称|文件名称)\s*[:]?\s*/.exec(text)?.[0].length ?? 0) : 0
  const rest = text.slice(cut)
  const site = /\s*(?:_+|\s[-|–—]\s|\|).{2,40}$/.exec(rest)
  const label = /\s+(?:文\s*号|发文字号|索\s*引\s*号|发布日期|主题分类|打印|浏览次数)\s*[:].*$/.exec(rest)
  const end = Math.min(
    site && isTitle(withoutSpaces(rest.slice(0, site.index))) ? site.index : rest.length,
    label?.index ?? rest.length,
  )
  return { text: rest.slice(0, end).trimEnd(), cut }
}

function rankOf(words: string): number {
  const isDamaged = /人大次会议|届次会议|届[^届次]{0,8}会议第|第\d+(?=建议|提案|议案)|届人大会议/.test(words)
  return (
    (isDamaged ? 0 : 8) +
    (/号/.test(words) ? 4 : 0) +
    (/届/.test(words) ? 2 : 0) +
    (/^[^关对]{3,40}?(?:关于|对)/.test(words) ? 1 : 0)
  )
}
