import { asViewer } from '~/db/client.server'
import type { Day } from '../deadlines/day'
import type { Viewer } from '../people/viewer'
import { readRows, type ProposalRow } from '../proposal/proposal-rows.server'
import { byPriority } from './priority-order'
import { rankOf } from './read-desk.server'
import { divisionsOf, unsignedRequests } from './read-queue.server'
import { openIds } from './read-waiting.server'

/** 处室待领: what nobody in the viewer's divisions has signed for, in the order of the desk. */
export async function readPool(viewer: Viewer, today: Day): Promise<ProposalRow[]> {
  const { bureauId } = viewer
  const divisions = divisionsOf(viewer)
  if (!bureauId || divisions.length === 0) return []
  return await asViewer(viewer, async (tx) => {
    const unsigned = await Promise.all(
      divisions.map(async (divisionId) => {
        const party = [`division:${divisionId}`]
        const [assigned, handling] = await Promise.all([
          openIds(tx, bureauId, party, ['assigned']),
          openIds(tx, bureauId, party, ['handling']),
        ])
        const requests = handling.length > 0 ? await unsignedRequests(tx, divisionId, handling) : []
        const asked = new Set(requests.map((r) => r.proposalId))
        return (await readRows(tx, [...assigned, ...asked], today)).filter(
          (row) => asked.has(row.id) || (row.divisionId === divisionId && !row.group?.isLed),
        )
      }),
    )
    const rows = new Map(unsigned.flat().map((row) => [row.id, row]))
    return [...rows.values()]
      .map((row) => ({ row, ...rankOf(row) }))
      .toSorted(byPriority)
      .map(({ row }) => row)
  })
}
