import { and, asc, count, countDistinct, desc, eq, sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { unit } from '~/db/schema/people'
import type { Day } from '../deadlines/day'
import type { Viewer } from '../people/viewer'
import { findKeys } from './find-proposals.server'
import { isLate, isLateSoon, isOwed, seek } from './list-conditions.server'
import type { ProposalFilter } from './proposal-filter'
import type { ProposalState } from './states'

/** How many of one state there are, and how many of them are late or soon will be. */
export type StateCount = { state: ProposalState; all: number; late: number; within14: number }

export type Counted = {
  counts: StateCount[]
  /** There are more: those with the nearest due days were counted, so what is late or soon will be is whole. */
  isCapped: boolean
}

const cap = 5_000

/** The figures over a list, by the very query of the list: each opens a list of as many rows. */
export async function countProposals(
  viewer: Viewer,
  filter: ProposalFilter,
  today: Day,
  most = cap,
): Promise<Counted> {
  return await asViewer(viewer, async (tx) => {
    const keys = findKeys(tx, viewer, await seek(tx, filter), today, most + 1).as('keys')
    const counts = await tx
      .select({
        state: keys.state,
        all: count(),
        late: sql<number>`count(*) filter (where ${isLate(today, keys.dueOn)})`.mapWith(Number),
        within14: sql<number>`count(*) filter (where ${isLateSoon(today, keys.dueOn)})`.mapWith(Number),
      })
      .from(keys)
      .groupBy(keys.state)
    return { counts, isCapped: counts.reduce((sum, { all }) => sum + all, 0) > most }
  })
}

/** How many proposals wait for an opinion of a unit, and for how many of them its day has passed. */
export type OwedCount = { unitId: string; name: string; all: number; late: number }

/** Who owes opinions, the most first; each opens the list of that unit. Counted as far as countProposals counts. */
export async function countOwed(viewer: Viewer, filter: ProposalFilter, today: Day): Promise<OwedCount[]> {
  return await asViewer(viewer, async (tx) => {
    const keys = findKeys(tx, viewer, await seek(tx, filter), today, cap).as('keys')
    const all = countDistinct(keys.id)
    const isLateOpinion = isLate(today, request.dueOn)
    return await tx
      .select({
        unitId: unit.id,
        name: unit.shortName,
        all,
        late: sql<number>`count(distinct ${keys.id}) filter (where ${isLateOpinion})`.mapWith(Number),
      })
      .from(keys)
      .innerJoin(request, and(eq(request.proposalId, keys.id), eq(request.round, keys.round), isOwed()))
      .innerJoin(unit, eq(unit.id, request.unitId))
      .groupBy(unit.id, unit.shortName)
      .orderBy(desc(all), asc(unit.shortName))
  })
}
