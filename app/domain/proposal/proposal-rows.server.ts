import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { appUser, delegate, division } from '~/db/schema/people'
import { deadline, proposal, sponsor } from '~/db/schema/proposal'
import { isSettledRequest } from '../co-handling/request-states'
import type { Day } from '../deadlines/day'
import { nextClock, type Clock } from '../deadlines/clocks'
import { readRulebook } from '../deadlines/read-rulebook.server'
import { rulesOf } from '../deadlines/rulebook'
import { isOpenProposal, type ProposalState } from './states'
import type { HandlingRole, Priority, SessionKind, SponsorKind, Track } from './words-of-the-trade'

/** One line of the list, as the pages and the .xlsx show it. */
export type ProposalRow = {
  id: string
  registerNo: string
  officialNo: string
  track: Track
  sessionKind: SessionKind
  subject: string
  sponsorKind: SponsorKind
  sponsors: string[]
  state: ProposalState
  handlingRole: HandlingRole | null
  priority: Priority
  assignedOn: Day
  division: string | null
  handler: string | null
  /** Requests settled and sent, e.g. 3 of 5. */
  settled: number
  asked: number
  /** The next duty; null where nothing is due. */
  clock: Clock | null
}

/** The rows of these proposals, in the order of the ids. */
export async function readRows(tx: Tx, ids: readonly string[], today: Day): Promise<ProposalRow[]> {
  if (ids.length === 0) return []
  const list = [...ids]
  const [rulebook, proposals, sponsors, requests, deadlines] = await Promise.all([
    readRulebook(tx),
    tx
      .select({ row: proposal, division: division.name, handler: appUser.name })
      .from(proposal)
      .leftJoin(division, eq(division.id, proposal.divisionId))
      .leftJoin(appUser, eq(appUser.id, proposal.handlerId))
      .where(inArray(proposal.id, list)),
    tx
      .select({ proposalId: sponsor.proposalId, name: delegate.name })
      .from(sponsor)
      .innerJoin(delegate, eq(delegate.id, sponsor.delegateId))
      .where(inArray(sponsor.proposalId, list))
      .orderBy(asc(sponsor.position)),
    tx.select().from(request).where(inArray(request.proposalId, list)),
    tx
      .select()
      .from(deadline)
      .where(and(inArray(deadline.proposalId, list), isNull(deadline.metOn))),
  ])
  const byId = new Map(proposals.map((p) => [p.row.id, p]))
  const sponsorsOf = byProposal(sponsors)
  const requestsOf = byProposal(requests)
  const deadlinesOf = byProposal(deadlines)
  return ids.flatMap((id) => {
    const found = byId.get(id)
    if (!found) return []
    const { row } = found
    const asked = requestsOf(id).filter((r) => r.round === row.round && r.state !== 'cancelled')
    const own = deadlinesOf(id)
    return {
      id, registerNo: row.registerNo, officialNo: row.officialNo, track: row.track, sessionKind: row.sessionKind,
      subject: row.subject, sponsorKind: row.sponsorKind, state: row.state, handlingRole: row.handlingRole,
      priority: row.priority, assignedOn: row.assignedOn, division: found.division, handler: found.handler,
      sponsors: sponsorsOf(id).map((s) => s.name),
      settled: asked.filter((r) => isSettledRequest(r.state)).length, asked: asked.length,
      clock: isOpenProposal(row.state) ? nextClock(rulesOf(rulebook, row), own, asked, today) : null,
    }
  }) // prettier-ignore
}

/** The rows of one proposal in their order; an export asks for thousands, so they are sorted into heaps once. */
function byProposal<R extends { proposalId: string }>(rows: readonly R[]): (id: string) => R[] {
  const heaps = new Map<string, R[]>()
  for (const row of rows) {
    const heap = heaps.get(row.proposalId)
    if (heap) heap.push(row)
    else heaps.set(row.proposalId, [row])
  }
  return (id) => heaps.get(id) ?? []
}
