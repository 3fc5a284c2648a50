import { and, eq, gte, ilike, inArray, lt, lte, or, sql, type AnyColumn, type SQL } from 'drizzle-orm'
import { request } from '~/db/schema/co-handling'
import { delegate } from '~/db/schema/people'
import { proposal, proposalAccess, sponsor } from '~/db/schema/proposal'
import { awaitsUnit, requestStates } from '../co-handling/request-states'
import { addDays, type Day } from '../deadlines/day'
import { partiesOf, type Viewer } from '../people/viewer'
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

/** The filter as conditions over an access row joined with its proposal. */
export function matchesFilter(viewer: Viewer, filter: ProposalFilter, today: Day): (SQL | undefined)[] {
  return [
    filter.track ? eq(proposal.track, filter.track) : undefined,
    filter.state ? eq(proposal.state, filter.state) : undefined,
    filter.role ? eq(proposal.handlingRole, filter.role) : undefined,
    filter.mine && viewer.userId ? eq(proposal.handlerId, viewer.userId) : undefined,
    filter.division ? eq(proposal.divisionId, filter.division) : undefined,
    filter.handler ? eq(proposal.handlerId, filter.handler) : undefined,
    filter.unit ? isOwedBy(filter.unit) : undefined,
    filter.due === 'late' ? isLate(today) : undefined,
    filter.due === 'within14' ? isLateSoon(today) : undefined,
    filter.on ? eq(proposalAccess.dueOn, filter.on) : undefined,
    filter.q ? matches(filter.q) : undefined,
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

/** Official or register number, words of the subject, or a sponsor's name. */
function matches(q: string) {
  const like = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const named = sql`exists (select from ${sponsor} join ${delegate} on ${delegate.id} = ${sponsor.delegateId}
    where ${sponsor.proposalId} = ${proposal.id} and ${delegate.name} like ${like})`
  return or(eq(proposal.officialNo, q), eq(proposal.registerNo, q), ilike(proposal.subject, like), named)
}

function afterCursor(cursor: string) {
  const [dueOn, registerNo] = cursor.split('~')
  return sql`(${proposalAccess.dueOn}, ${proposalAccess.registerNo}) > (${dueOn ?? nothingDue}::date, ${registerNo ?? ''})`
}
