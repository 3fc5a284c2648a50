/** The text of a document as a machine read it: paragraphs on lines, cells of a table's row between tabs. */
export type SourceText = {
  text: string
  /** Where each page begins; empty where the document has no pages of its own. */
  pageStarts: readonly number[]
}

/** More than the longest proposal with its tables. */
export const mostLetters = 200_000

export const pageAt = ({ pageStarts }: SourceText, at: number): number | null =>
  pageStarts.length === 0 ? null : Math.max(1, pageStarts.filter((start) => start <= at).length)

/** What a place in the text is worth being shown with: a little before it and after it. */
export function excerptAround(text: string, start: number, end: number, room = 24) {
  const from = Math.max(0, start - room)
  const to = Math.min(text.length, end + room)
  return {
    before: (from > 0 ? '…' : '') + text.slice(from, start),
    place: text.slice(start, end),
    after: text.slice(end, to) + (to < text.length ? '…' : ''),
  }
}
