import { bareHead, suggestMapping } from '~/domain/intake/lists/suggest-mapping'
import type { Typed } from '~/http/parse-form.server'

/** One column of the list on the mapping page. */
export type ColumnLine = {
  /** The field of the form: c0, c1 … */
  name: string
  head: string
  /** What the head suggests, or how it was read the last time; '' for nothing. */
  field: string
  why: '按上次' | '按表头' | '猜的，请核对' | ''
  samples: string[]
}

export const columnName = (index: number) => `c${index}`

/** The columns that have a head, each with what it probably is and what stands in it. */
export function columnLines(
  heads: readonly string[],
  kept: Readonly<Record<string, string>> | null,
  firstRows: readonly { cells: readonly string[] }[],
): ColumnLine[] {
  const suggested = suggestMapping(heads)
  return heads.flatMap((head, index): ColumnLine[] => {
    if (bareHead(head) === '') return []
    const before = kept?.[bareHead(head)]
    const told = suggested[index]
    const samples = firstRows.map(({ cells }) => (cells[index] ?? '').slice(0, 40)).filter(Boolean)
    const base = { name: columnName(index), head, samples: samples.slice(0, 3) }
    if (before !== undefined) return [{ ...base, field: before, why: '按上次' }]
    if (!told) return [{ ...base, field: '', why: '' }]
    return [{ ...base, field: told.field, why: told.confidence === 'sure' ? '按表头' : '猜的，请核对' }]
  })
}

/** What was chosen, by head. */
export const chosenColumns = (heads: readonly string[], typed: Typed): Record<string, string> =>
  Object.fromEntries(
    heads.flatMap((head, index) =>
      bareHead(head) === '' ? [] : [[bareHead(head), typed[columnName(index)]?.[0] ?? '']],
    ),
  )
