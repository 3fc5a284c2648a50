import { found, parts, type Found } from './found'
import type { Line } from './lines'
import type { PlainPage } from './plain-page'

const copyLabel = /^[(（]?抄\s*送(?:单位|机关)?\s*[:]?\s*/
const otherLabel = /^(?:抄\s*报|主\s*送|主题词|联系|附件|打印|扫一扫|\(?此件|公开)|印发|共印|[:]/

/** Offices behind 抄送, over as many lines as they take; 抄报 is not a copy in this sense. */
export function copiesIn(page: PlainPage, lines: Line[]): Found[] {
  const at = lines.findIndex(({ text }) => copyLabel.test(text))
  const line = lines[at]
  if (!line) return []
  const lead = copyLabel.exec(line.text)?.[0].length ?? 0
  const more = lines.slice(at + 1, at + 4)
  const until = more.findIndex(
    ({ text }, index) => otherLabel.test(text) || /[。]$/.test((more[index - 1] ?? line).text),
  )
  const listed = [
    { from: line.from + lead, to: line.to },
    ...more.slice(0, until === -1 ? more.length : until),
  ]
  return listed
    .flatMap(({ from, to }) => parts(page, from, to, /[、,;。]|\s{2,}|(?<=[委办会室局府])\s/))
    .filter(({ value }) => value.length > 1 && value.length < 30)
}

const printed = /^(.{3,30}?)\s*(?:(?:19|20)\d{2}\s*[年.-]|二[〇零0○])[^印]{2,14}印\s*发/

/** “某某局办公室 2022年6月27日印发”: who printed it. */
export function printedByIn(page: PlainPage, lines: Line[]): Found | null {
  for (const [at, line] of lines.entries()) {
    const own = printed.exec(line.text)?.[1]
    if (own) return found(page, line.from, line.from + own.length)
    const above = lines[at - 1]
    if (
      /^(?:(?:19|20)\d{2}|二[〇零0○]).{4,14}印\s*发/.test(line.text) &&
      above &&
      /(?:室|局|委|办|处|科)$/.test(above.text) &&
      above.text.length <= 30
    )
      return found(page, above.from, above.to)
  }
  return null
}
