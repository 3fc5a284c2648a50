import {
  AlignmentType,
  HeightRule,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { SheetRow } from '~/domain/allocation/transfer-sheet'
import { fonts } from '../reply-letter/fonts'
import { twipsOfMm } from '../reply-letter/measures'

/** Label, content, label, content: 166 mm in all. */
export const columns = [twipsOfMm(26), twipsOfMm(57), twipsOfMm(26), twipsOfMm(57)] as const

const whole = columns[1] + columns[2] + columns[3]
const inner = { top: 60, bottom: 60, left: 100, right: 100 }

type Face = { size?: number; face?: string }

/** Half points: 24 is 小四, what a form is filled in with. */
export const say = (text: string, { size = 24, face = fonts.fangsong }: Face = {}) =>
  new TextRun({
    text,
    size,
    font: { ascii: fonts.latin, hAnsi: fonts.latin, cs: fonts.latin, eastAsia: face, hint: 'eastAsia' },
  })

const label = (text: string) =>
  new TableCell({
    width: { size: columns[0], type: WidthType.DXA },
    margins: inner,
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [say(text, { face: fonts.heiti })] }),
    ],
  })

const content = (lines: readonly string[], width: number, span = 1, foot = '') =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    margins: inner,
    verticalAlign: foot ? VerticalAlign.BOTTOM : VerticalAlign.CENTER,
    children: [
      ...(lines.length > 0 ? lines : foot ? [] : ['']).map(
        (line) => new Paragraph({ children: [say(line)] }),
      ),
      ...(foot
        ? [new Paragraph({ spacing: { before: 240 }, alignment: AlignmentType.RIGHT, children: [say(foot)] })]
        : []),
    ],
  })

/** One row; it is never parted by the end of a page. */
export function rowOf(row: SheetRow): TableRow {
  if (row.kind === 'pair') {
    const [first, one, second, two] = row.cells
    const children = [label(first), content([one], columns[1]), label(second), content([two], columns[3])]
    return new TableRow({ cantSplit: true, children })
  }
  const height = row.kind === 'room' ? { height: { value: twipsOfMm(row.mm), rule: HeightRule.ATLEAST } } : {}
  const foot = row.kind === 'room' ? row.foot : ''
  return new TableRow({
    cantSplit: true,
    ...height,
    children: [label(row.label), content(row.lines, whole, 3, foot)],
  })
}
