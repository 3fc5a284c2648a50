import { headWords, listFields, noField, type ListField } from './column-words'

/** A head as it is compared: half width, without blanks, line breaks, brackets and what stands in them. */
export const bareHead = (head: string) =>
  head
    .normalize('NFKC')
    .replaceAll(/[([【〔][^)\]】〕]*[)\]】〕]/g, '')
    .replaceAll(/[\s*:：、/]/g, '')

/** sure: the head is one of the words · guess: it holds one of them. */
export type Suggestion = { field: ListField; confidence: 'sure' | 'guess' }

export function suggestionFor(head: string): Suggestion | null {
  const bare = bareHead(head)
  if (bare === '' || noField.includes(bare)) return null
  for (const field of listFields) if (headWords[field].includes(bare)) return { field, confidence: 'sure' }
  let best: { field: ListField; length: number } | null = null
  for (const field of listFields)
    for (const word of headWords[field])
      if (word.length > 1 && bare.includes(word) && word.length > (best?.length ?? 0))
        best = { field, length: word.length }
  return best ? { field: best.field, confidence: 'guess' } : null
}

/** Column by column, each field once: a sure head before a guess, the left one before the right one. */
export function suggestMapping(heads: readonly string[]): (Suggestion | null)[] {
  const wanted = heads.map(suggestionFor)
  const taken = new Map<ListField, number>()
  for (const confidence of ['sure', 'guess'] as const)
    wanted.forEach((one, column) => {
      if (one?.confidence === confidence && !taken.has(one.field)) taken.set(one.field, column)
    })
  return wanted.map((one, column) => (one && taken.get(one.field) === column ? one : null))
}

/** The row of heads: of the first rows the one with most heads that are known, two of them at least. */
export function headRow(rows: readonly (readonly string[])[]): number | null {
  let best: { row: number; known: number } | null = null
  rows.slice(0, 20).forEach((cells, row) => {
    const known = suggestMapping(cells).filter((one) => one?.confidence === 'sure').length
    if (known >= 2 && known > (best?.known ?? 0)) best = { row, known }
  })
  return (best as { row: number } | null)?.row ?? null
}

/** Under this a mapping is remembered: the heads in whatever order. */
export const headSignature = (heads: readonly string[]) =>
  [...new Set(heads.map(bareHead).filter(Boolean))].toSorted().join('|')
