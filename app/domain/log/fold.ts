/** What the log says of a proposal and its replies: folding the events must give the rows (design.md §3, rule 1). */
export type Folded = {
  proposal: Record<string, unknown>
  replies: Record<string, Record<string, unknown>>
  sequence: number
  version: number
}

type Foldable = {
  sequence: number
  version: number
  changes: Record<string, unknown>
  replyChanges?: { replyId: string; [column: string]: unknown } | undefined
}

const nothing: Folded = { proposal: {}, replies: {}, sequence: 0, version: 0 }

export const fold = (events: readonly Foldable[]): Folded => events.reduce(apply, nothing)

function apply(before: Folded, event: Foldable): Folded {
  const { replyId, ...columns } = event.replyChanges ?? { replyId: '' }
  const replies = replyId
    ? { ...before.replies, [replyId]: { ...before.replies[replyId], ...columns } }
    : before.replies
  return {
    proposal: { ...before.proposal, ...event.changes },
    replies,
    sequence: event.sequence,
    version: event.version,
  }
}

/** The first column in which a row differs from what its events say; null when they agree. */
export function firstDifference(row: Record<string, unknown>, said: Record<string, unknown>): string | null {
  const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? null))
  return Object.keys(said).find((column) => plain(row[column]) !== plain(said[column])) ?? null
}
