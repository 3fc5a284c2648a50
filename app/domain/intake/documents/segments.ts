import { labelled, labelOf, type LabelKey } from './labels'

/** A stretch of the source with its offsets; what a label introduces carries the label. */
export type Segment = { text: string; start: number; end: number; key: LabelKey | null; isLabel: boolean }

type Piece = { text: string; start: number }

function segment({ text, start }: Piece, key: LabelKey | null, isLabel: boolean): Segment[] {
  const inner = text.trim()
  if (inner === '') return []
  const from = start + text.indexOf(inner)
  return [{ text: inner, start: from, end: from + inner.length, key, isLabel }]
}

const rowsOf = (source: string): Piece[][] =>
  [...source.matchAll(/[^\n]+/g)].map((line) =>
    [...line[0].matchAll(/[^\t]+/g)].map((cell) => ({ text: cell[0], start: line.index + cell.index })),
  )

/** A row of labels alone heads the columns below it: 姓名 · 界别 · 电话. */
const headOf = (row: readonly Piece[]): (LabelKey | null)[] | null =>
  row.length > 1 && row.some(({ text }) => isName(text)) && row.every(({ text }) => labelOf(text) !== null)
    ? row.map(({ text }) => (isName(text) ? 'joint' : labelOf(text)))
    : null

const isName = (text: string) => /^(?:姓名|提案人姓名|代表姓名|委员姓名)$/.test(text.replaceAll(/\s/g, ''))

/**
 * Cuts a document into labels and what they introduce: 案由：… on a line, several of them on one line, a label in one
 * cell and its value in the next, or above it. What no label introduces has none.
 */
export function segmentsOf(source: string): Segment[] {
  let key: LabelKey | null = null
  let head: (LabelKey | null)[] | null = null
  return rowsOf(source).flatMap((row) => {
    const columns = headOf(row)
    if (columns) {
      head = columns
      return row.flatMap((cell, i) => segment(cell, columns[i] ?? null, true))
    }
    const above: (LabelKey | null)[] | null = head
    if (above && row.length === above.length && row.every(({ text }) => labelOf(text) === null))
      return row.flatMap((cell, i) => segment(cell, above[i] ?? null, false))
    head = null
    return row.flatMap((cell) => {
      const parts = inOneCell(cell, key)
      key = parts.at(-1)?.key ?? key
      return parts
    })
  })
}

function inOneCell(piece: Piece, before: LabelKey | null): Segment[] {
  const whole = labelOf(piece.text)
  if (whole) return segment(piece, whole, true)
  const found = [...piece.text.matchAll(labelled)]
  const parts = segment(
    { ...piece, text: piece.text.slice(0, found[0]?.index ?? piece.text.length) },
    before,
    false,
  )
  for (const [i, match] of found.entries()) {
    const key = labelOf(match[1] ?? match[2] ?? '')
    const labelEnd = match.index + match[0].length
    const value = piece.text.slice(labelEnd, found[i + 1]?.index ?? piece.text.length)
    parts.push(...segment({ text: match[0], start: piece.start + match.index }, key, true))
    parts.push(...segment({ text: value, start: piece.start + labelEnd }, key, false))
  }
  return parts
}
