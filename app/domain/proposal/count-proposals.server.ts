import { and, asc, countDistinct, desc, eq, lt, sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { unit } from '~/db/schema/people'
import { proposal, proposalAccess } from '~/db/schema/proposal'
import type { Day } from '../deadlines/day'
import type { Viewer } from '../people/viewer'
import { isLate, isLateSoon, isOwed, isWithinReach, matchesFilter } from './list-conditions.server'
import type { ProposalFilter } from './proposal-filter'
import type { ProposalState } from './states'

/** How many of one state there are, and how many of them are late or soon will be. */
export type StateCount = { state: ProposalState; all: number; late: number; within14: number }

/** The figures over a list, by the very conditions of the list: each opens a list of as many rows. */
export async function countProposals(
  viewer: Viewer,
  filter: ProposalFilter,
  today: Day,
): Promise<StateCount[]> {
  const id = proposalAccess.proposalId
  return await asViewer(viewer, (tx) =>
    tx
      .select({
        state: proposal.state,
        all: countDistinct(id),
        late: sql<number>`count(distinct ${id}) filter (where ${isLate(today)})`.mapWith(Number),
        within14: sql<number>`count(distinct ${id}) filter (where ${isLateSoon(today)})`.mapWith(Number),
      })
      .from(proposalAccess)
      .innerJoin(proposal, eq(proposal.id, id))
      .where(and(isWithinReach(viewer), ...matchesFilter(viewer, filter, today)))
      .groupBy(proposal.state),
  )
}

/** How many proposals wait for an opinion of a unit, and for how many of them its day has passed. */
export type OwedCount = { unitId: string; name: string; all: number; late: number }

/** Who owes opinions, the most first; each opens the list of that unit. */
export async function countOwed(viewer: Viewer, filter: ProposalFilter, today: Day): Promise<OwedCount[]> {
  const all = countDistinct(proposal.id)
  return await asViewer(viewer, (tx) =>
    tx
      .select({
        unitId: unit.id,
        name: unit.shortName,
        all,
        late: sql<number>`count(distinct ${proposal.id}) filter (where ${lt(request.dueOn, today)})`.mapWith(
          Number,
        ),
      })
      .from(proposalAccess)
      .innerJoin(proposal, eq(proposal.id, proposalAccess.proposalId))
      .innerJoin(request, and(eq(request.proposalId, proposal.id), eq(request.round, proposal.round)))
      .innerJoin(unit, eq(unit.id, request.unitId))
      .where(and(isWithinReach(viewer), isOwed(), ...matchesFilter(viewer, filter, today)))
      .groupBy(unit.id, unit.shortName)
      .orderBy(desc(all), asc(unit.shortName)),
  )
}
