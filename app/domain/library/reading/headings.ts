import { found, type Found } from './found'
import type { Line } from './lines'
import type { PlainPage } from './plain-page'

const numbered = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)、?|第[一二三四五六七八九十]{1,2}[、,]|\d{1,2}[、.](?!\d)|\(\d{1,2}\))/ // prettier-ignore
const asked = /^(?:建议|诉求|问题|意见)[一二三四五六七八九十](?:[:]|$)/
const longestLine = 60
const longestSentence = 48

/** Heading lines, and numbered first sentences of a paragraph. A paragraph that is one numbered item is none. */
export function headingsIn(page: PlainPage, body: Line[], isCutOff: boolean): Found[] {
  return body.flatMap((line, at) => {
    const isLast = at === body.length - 1
    const end = headingEnd(line.text, body[at + 1]?.text ?? '')
    const isTruncated = isLast && isCutOff && end === line.text.length
    return end === null || isTruncated ? [] : [found(page, line.from, line.from + end)]
  })
}

/** How far the heading reaches into its line, or null when the line is none. */
export function headingEnd(text: string, next: string): number | null {
  if (!numbered.test(text)) return isBareHeading(text, next) ? text.length : null
  if (text.length <= longestLine && !/[。;!?,]$/.test(text) && !/[。;]/.test(text)) return text.length
  const sentence = /^[^。;!?]+[。]/.exec(text)?.[0] ?? ''
  const isWholeParagraph = sentence.length >= text.length - 1
  const isItem = /[一二三]是|^\S{0,5}您/.test(sentence) || isWholeParagraph
  return sentence !== '' && sentence.length <= longestSentence && !isItem ? sentence.length : null
}

/** A short line without a sign stands over what follows: 建议一, or a title of such a list. */
const isBareHeading = (text: string, next: string) =>
  asked.test(text) ||
  (text.length <= 20 && !/[。,;:!?)]|原因|情况|意见/.test(text) && asked.test(next)) ||
  (/^关于[^。,;!?:]{4,40}$/.test(text) && next.length > 40)
