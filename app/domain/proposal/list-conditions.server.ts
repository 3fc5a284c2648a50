import { and, eq, gte, inArray, lt, lte, sql, type AnyColumn, type SQL } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { objection } from '~/db/schema/objection'
import { proposal, proposalAccess } from '~/db/schema/proposal'
import { awaitsUnit, requestStates } from '../co-handling/request-states'
import { addDays, type Day } from '../deadlines/day'
import { partiesOf, type Viewer } from '../people/viewer'
import { lookFor, type Found } from '../search/search-proposals.server'
import { nothingDue } from './access'
import type { ProposalFilter } from './proposal-filter'

/** The party, where the viewer is one alone. */
export function onlyParty(viewer: Viewer): string | null {
  const parties = partiesOf(viewer)
  return parties.length === 1 ? (parties[0] ?? null) : null
}

/** The access rows of this viewer: one range of the list's index. */
export function isWithinReach(viewer: Viewer): SQL | undefined {
  const { bureauId } = viewer
  const parties = partiesOf(viewer)
  const one = onlyParty(viewer)
  if (!bureauId || parties.length === 0) return sql`false`
  return and(
    eq(proposalAccess.bureauId, bureauId),
    one ? eq(proposalAccess.party, one) : inArray(proposalAccess.party, parties),
  )
}

/** A filter whose phrase has been looked for. */
export type Sought = Omit<ProposalFilter, 'q'> & { found: Found | null }

/** Looks for the filter's phrase, once for all that is asked about it. */
export const seek = async (tx: Tx, { q, ...filter }: ProposalFilter): Promise<Sought> => ({
  ...filter,
  found: q ? await lookFor(tx, q) : null,
})

/** The filter as conditions over an access row joined with its proposal. */
export function matchesFilter(viewer: Viewer, filter: Sought, today: Day): (SQL | undefined)[] {
  return [
    filter.track ? eq(proposal.track, filter.track) : undefined,
    filter.state ? eq(proposal.state, filter.state) : undefined,
    filter.role ? eq(proposal.handlingRole, filter.role) : undefined,
    filter.session ? eq(proposal.sessionKind, filter.session) : undefined,
    filter.priority ? eq(proposal.priority, filter.priority) : undefined,
    filter.objected ? isObjected() : undefined,
    filter.mine && viewer.userId ? eq(proposal.handlerId, viewer.userId) : undefined,
    filter.division ? eq(proposal.divisionId, filter.division) : undefined,
    filter.handler ? eq(proposal.handlerId, filter.handler) : undefined,
    filter.unit ? isOwedBy(filter.unit) : undefined,
    filter.due === 'late' ? isLate(today) : undefined,
    filter.due === 'within14' ? isLateSoon(today) : undefined,
    filter.on ? eq(proposalAccess.dueOn, filter.on) : undefined,
    filter.found?.condition,
    filter.after ? afterCursor(filter.after) : undefined,
  ]
}

export const isLate = (today: Day, dueOn: AnyColumn = proposalAccess.dueOn) => lt(dueOn, today)

/** The term ends at 24:00 of its day, so what is due on the fourteenth day from now is late when that day has passed. */
export const isLateSoon = (today: Day, dueOn: AnyColumn = proposalAccess.dueOn) =>
  and(gte(dueOn, today), lte(dueOn, addDays(today, 14)))

/** The unit asked still owes its opinion. */
export const isOwed = () => inArray(request.state, requestStates.filter(awaitsUnit))

const isOwedBy = (unitId: string) =>
  sql`exists (select from ${request} where ${request.proposalId} = ${proposal.id} and ${request.round} = ${proposal.round}
    and ${request.unitId} = ${unitId} and ${isOwed()})`

const isObjected = () =>
  sql`exists (select from ${objection} where ${objection.proposalId} = ${proposal.id} and ${objection.state} = 'raised')`

function afterCursor(cursor: string) {
  const [dueOn, registerNo] = cursor.split('~')
  return sql`(${proposalAccess.dueOn}, ${proposalAccess.registerNo}) > (${dueOn ?? nothingDue}::date, ${registerNo ?? ''})`
}
