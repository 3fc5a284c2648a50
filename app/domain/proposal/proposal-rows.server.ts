import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { extension, pause } from '~/db/schema/clock'
import { request } from '~/db/schema/co-handling'
import { appUser, delegate, division } from '~/db/schema/people'
import { deadline, proposal, sponsor } from '~/db/schema/proposal'
import { isSettledRequest } from '../co-handling/request-states'
import type { Day } from '../deadlines/day'
import { basisWords } from '../deadlines/basis-words'
import { clockOf, nextDuty, type Clock } from '../deadlines/clocks'
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
  /** How its day was reached, in words. */
  basis: string
  isPaused: boolean
  isExtended: boolean
}

/** The rows of these proposals, in the order of the ids. */
export async function readRows(tx: Tx, ids: readonly string[], today: Day): Promise<ProposalRow[]> {
  if (ids.length === 0) return []
  const list = [...ids]
  const [rulebook, proposals, sponsors, requests, deadlines, pauses, extensions] = await Promise.all([
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
    tx
      .select()
      .from(pause)
      .where(and(inArray(pause.proposalId, list), isNull(pause.resumedOn))),
    tx
      .select({ proposalId: extension.proposalId, deadlineId: extension.deadlineId })
      .from(extension)
      .where(and(inArray(extension.proposalId, list), isNull(extension.removedAt))),
  ])
  const byId = new Map(proposals.map((p) => [p.row.id, p]))
  const sponsorsOf = byProposal(sponsors)
  const requestsOf = byProposal(requests)
  const deadlinesOf = byProposal(deadlines)
  const pausesOf = byProposal(pauses)
  const extensionsOf = byProposal(extensions)
  return ids.flatMap((id) => {
    const found = byId.get(id)
    if (!found) return []
    const { row } = found
    const asked = requestsOf(id).filter((r) => r.round === row.round && r.state !== 'cancelled')
    const own = deadlinesOf(id)
    const isOpen = isOpenProposal(row.state)
    const next = isOpen ? nextDuty(own, asked, pausesOf(id)) : null
    return {
      id, registerNo: row.registerNo, officialNo: row.officialNo, track: row.track, sessionKind: row.sessionKind,
      subject: row.subject, sponsorKind: row.sponsorKind, state: row.state, handlingRole: row.handlingRole,
      priority: row.priority, assignedOn: row.assignedOn, division: found.division, handler: found.handler,
      sponsors: sponsorsOf(id).map((s) => s.name),
      settled: asked.filter((r) => isSettledRequest(r.state)).length, asked: asked.length,
      clock: next ? clockOf(rulesOf(rulebook, row), next.duty, today, next.since) : null,
      basis: next ? basisWords(next.duty.derivation) : '',
      isPaused: isOpen && pausesOf(id).length > 0,
      isExtended: isOpen && own.some((d) => extensionsOf(id).some((e) => e.deadlineId === d.id)),
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
