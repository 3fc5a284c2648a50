import { asViewer } from '~/db/client.server'
import type { Clock } from '../deadlines/clocks'
import type { Day } from '../deadlines/day'
import { partiesOf, type Viewer } from '../people/viewer'
import { readRows, type ProposalRow } from '../proposal/proposal-rows.server'
import type { ProposalState } from '../proposal/states'
import { byPriority, reasonOf } from './priority-order'
import { openIds, readWaiting } from './read-waiting.server'
import { whatWaits, type TaskKind } from './what-waits'

export type Task = {
  kind: TaskKind
  row: ProposalRow
  clock: Clock | null
  replyId: string | null
  /** Why it stands where it stands. */
  reason: string
}

const underWay: ProposalState[] = ['registered', 'triage', 'assigned', 'handling', 'replied', 'closed']

/** What waits for the viewer: nearly late before late, late before the rest, key items first in each. */
export async function readDesk(viewer: Viewer, today: Day): Promise<Task[]> {
  const parties = partiesOf(viewer)
  const { bureauId } = viewer
  if (parties.length === 0 || !bureauId) return []
  return await asViewer(viewer, async (tx) => {
    const ids = await openIds(tx, bureauId, parties, underWay)
    if (ids.length === 0) return []
    const [rows, waiting] = await Promise.all([readRows(tx, ids, today), readWaiting(tx, ids, today)])
    const ranked = rows.map((row) => ({ row, ...rankOf(row) })).toSorted(byPriority)
    return ranked.flatMap(({ row, ...rank }) => {
      const w = waiting.get(row.id)
      const reason = reasonOf(rank, today)
      return w && !row.group?.isLed
        ? whatWaits(viewer, w).map((kind): Task => ({
            kind,
            row,
            clock: row.clock,
            replyId: w.replyId,
            reason,
          }))
        : []
    })
  })
}

/** A row's place in the order of work. */
export const rankOf = (row: ProposalRow) => ({
  clock: row.clock,
  isKey: row.priority === 'key',
  registerNo: row.registerNo,
})
