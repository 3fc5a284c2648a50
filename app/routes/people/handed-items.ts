import type { HandedItem } from '~/domain/allocation/hand-over.server'

const named = /^([\da-f-]{36}) (\d{1,9}) (.{1,20})$/

/** One row as the form names it: which item, in which version, under which number. */
export const itemValue = (item: { proposalId: string; version: number; registerNo: string }) =>
  `${item.proposalId} ${item.version} ${item.registerNo}`

type Said = { everybody: string | null; items: readonly string[]; to: readonly string[] }

/**
 * Each row with who takes it over: his own choice, else the one who takes everything; rows without either stay.
 * Null for a form that is not the page's.
 */
export function itemsIn({ everybody, items, to }: Said): HandedItem[] | null {
  if (items.length !== to.length) return null
  const found: HandedItem[] = []
  for (const [index, item] of items.entries()) {
    const [, proposalId, version, registerNo] = named.exec(item) ?? []
    if (!proposalId || !registerNo) return null
    const handlerId = to[index] || everybody
    if (handlerId) found.push({ proposalId, registerNo, version: Number(version), handlerId })
  }
  return found
}
