import { type Paragraph, TextRun } from 'docx'
import { line, words } from './line'
import { mmOfPoints, twipsOfMm, twipsOfPoints } from './measures'
import { upperRedLines, upperRedLinesHeight } from './red-lines'
import { styleIds } from './stylesheet'

/** Where the mark's upper edge stands, mm from the paper's top (10.1). */
const markTop = 30
/** Between the mark and the upper line (10.1). */
const markToLine = 4
/** The text block in points; a mark fills at most 0.86 of it. */
const blockPoints = 442

/** The mark's size in points: not in the standard, as large as 48 where the name is short. */
export const markSize = (issuer: string) =>
  Math.floor(Math.min(48, (0.86 * blockPoints) / Math.max(1, Array.from(issuer).length)) * 2) / 2

/** Characters stand in 0.965 of their size. */
const lineTop = (size: number) => markTop + 0.965 * mmOfPoints(size) + markToLine

/**
 * From the upper line's foot to where the text begins: 发文字号 stands 7/8 of a 3号 character under the line, and its
 * own line of 28.95 pt brings 9.4 pt of them.
 */
const underLine = mmOfPoints(14 - 9.4)

/** The first page's header: the issuer's mark, the upper red line, and room down to the first line of text. */
export function letterhead(issuer: string): Paragraph[] {
  const size = markSize(issuer)
  const top = lineTop(size)
  const room = twipsOfMm(top + upperRedLinesHeight + underLine - markTop) - twipsOfPoints(size)
  const mark = new TextRun({ text: issuer, font: { hint: 'eastAsia' }, size: 2 * size })
  return [
    line(styleIds.issuer, [mark, ...upperRedLines(top)], {
      spacing: { line: twipsOfPoints(size), lineRule: 'exact' },
    }),
    line(styleIds.issuer, [words('')], { spacing: { line: room, lineRule: 'exact' } }),
  ]
}
