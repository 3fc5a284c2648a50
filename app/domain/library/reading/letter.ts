import { dayAlone, dayIn } from './dates'
import type { Line } from './lines'
import type { PlainPage } from './plain-page'
import { salutationAt } from './salutation'
import { isSpamInName, isUnitName } from './units'

/** The letter in its page: what stands above it, its opening sentence, its text, and what follows the text. */
export type Letter = {
  head: Line[]
  salutation: Line | null
  opening: { from: number; to: number }
  body: Line[]
  tail: Line[]
  /** The page breaks off inside the text. */
  isCutOff: boolean
}

const footer =
  /^(?:扫一扫|【?打印|打印|关闭|【?关闭|相关(?:稿件|链接|文章|信息|新闻|阅读|文档)|上一[篇条]|下一[篇条]|分享(?:到|至)?|版权所有|主办[单位:]|网站标识码|备案|[\u3400-\u9fff]{0,2}ICP|Copyright|Baidu|友情链接|责任编辑|责编|编辑[:]|技术支持|网站地图|站点地图|扫码|您是第|字体|附件下载|【?收藏|关于我们|网站声明|联系我们|\[?返回)/i
const received = /收悉|已悉|收到|如下/
const answered = /如下[:。.]?/

export function letterOf(page: PlainPage, lines: Line[]): Letter | null {
  const at = salutationAt(lines)
  const first = at === null ? openingAt(lines) : at + 1
  const line = first === null ? undefined : lines[first]
  if (first === null || !line) return null
  const end = footerAfter(lines, first)
  const opening = openingOf(page, lines.slice(first, end))
  const rest = restOf(page, lines.slice(first, end), opening.to)
  const tailAt = tailStart(page, rest)
  const body = rest.slice(0, tailAt)
  const last = body.at(-1)
  return {
    head: lines.slice(0, at ?? first),
    salutation: at === null ? null : (lines[at] ?? null),
    opening,
    body,
    tail: rest.slice(tailAt),
    isCutOff: tailAt === rest.length && last !== undefined && !/[。!?)”》.]$/.test(last.text),
  }
}

/** A letter whose salutation is not printed begins with the sentence that says what was received. */
function openingAt(lines: Line[]): number | null {
  const at = lines.findIndex(
    ({ text }) =>
      text.length > 20 && /(?:收悉|已悉)|(?:建议|提案|议案).{0,60}(?:答复|函复|回复)如下/.test(text),
  )
  return at === -1 ? null : at
}

function footerAfter(lines: Line[], from: number): number {
  const at = lines.findIndex(({ text }, index) => index > from && footer.test(text))
  return at === -1 ? lines.length : at
}

/** From the first word to “现答复如下”, or to the end of the sentence that acknowledges the case. */
function openingOf({ shape }: PlainPage, lines: Line[]): { from: number; to: number } {
  const [first, ...others] = lines
  if (!first) return { from: 0, to: 0 }
  for (const [index, { from, to, text }] of [first, ...others].slice(0, 4).entries()) {
    const until = answered.exec(text)
    if (until && (until.index < 400 || index === 0))
      return { from: first.from, to: from + until.index + until[0].length }
    if (/^(?:[一二三四五六七八九十]{1,2}、|\([一二])/.test(text)) break
    if (index > 0 && received.test(text)) return { from: first.from, to }
  }
  const sentence = shape.slice(first.from, first.to).search(/[。!](?=.)/)
  const hasOpening = received.test(first.text)
  return { from: first.from, to: hasOpening && sentence > 0 ? first.from + sentence + 1 : first.to }
}

function restOf(page: PlainPage, lines: Line[], from: number): Line[] {
  return lines.flatMap((line) => {
    if (line.to <= from) return []
    const start = Math.max(line.from, from)
    const text = page.shape.slice(start, line.to)
    const cut = text.length - text.trimStart().length
    return text.trim() === '' ? [] : [{ from: start + cut, to: line.to, text: text.trim() }]
  })
}

const tailLabel = /^[(（]?(?:领导签发|领导签批|签发人|签发|联系人|联系电话|联系单位|联系科室|承办人|承办负责人|承办单位|经办人|联系方式|电话|抄送|抄报|主题词|附件|联\s+系|承\s+办|此件|公开方式|公开类别|抄\s+送)/ // prettier-ignore

/** Where the text ends: at the signature, the date or the first line of the contact block. */
function tailStart({ shape }: PlainPage, lines: Line[]): number {
  const at = lines.findIndex((line, index) => {
    if (dayAlone(shape, line.from, line.to) || tailLabel.test(line.text)) return true
    const words = line.text.replace(/\s+/g, '').replace(/\((?:盖?公?章|印章?)\)$/, '')
    if (words.length > 45 || /[。;,!?]/.test(words)) return false
    if (!isUnitName(words.replace(/\d.*$/, '')) && !isSpamInName(words)) return false
    const near = lines.slice(index, index + 4)
    return (
      near.some(({ from, to }) => dayAlone(shape, from, to)) ||
      (dayIn(shape, line.from, line.to) !== null && !isSpamInName(words.replace(/\d.*$/, ''))) ||
      (isUnitName(words) && isLast(lines, index))
    )
  })
  return at === -1 ? lines.length : at
}

const isLast = (lines: Line[], index: number) =>
  lines.slice(index + 1).every(({ text }) => tailLabel.test(text) || text.length < 40) &&
  lines.length - index < 8
