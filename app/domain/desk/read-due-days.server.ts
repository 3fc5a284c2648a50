import { and, between, countDistinct, eq, inArray } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { proposal, proposalAccess } from '~/db/schema/proposal'
import type { Day } from '../deadlines/day'
import { partiesOf, type Viewer } from '../people/viewer'

export type DueDay = { day: Day; count: number }

/** How many proposals have their next duty due on each day of a span; `mine`: only those this person handles. */
export async function readDueDays(
  viewer: Viewer,
  span: { from: Day; to: Day },
  mine: boolean,
): Promise<DueDay[]> {
  const parties = partiesOf(viewer)
  const { bureauId, userId } = viewer
  if (parties.length === 0 || !bureauId) return []
  return await asViewer(viewer, (tx) =>
    tx
      .select({ day: proposalAccess.dueOn, count: countDistinct(proposalAccess.proposalId) })
      .from(proposalAccess)
      .innerJoin(proposal, eq(proposal.id, proposalAccess.proposalId))
      .where(
        and(
          eq(proposalAccess.bureauId, bureauId),
          inArray(proposalAccess.party, parties),
          between(proposalAccess.dueOn, span.from, span.to),
          mine && userId ? eq(proposal.handlerId, userId) : undefined,
        ),
      )
      .groupBy(proposalAccess.dueOn),
  )
}
