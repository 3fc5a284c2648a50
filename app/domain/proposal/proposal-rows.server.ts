import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { extension, pause } from '~/db/schema/clock'
import { request } from '~/db/schema/co-handling'
import { appUser, delegate, division, unit } from '~/db/schema/people'
import { deadline, proposal, sponsor } from '~/db/schema/proposal'
import { awaitsUnit, type RequestState } from '../co-handling/request-states'
import { summaryOf } from '../co-handling/request-summary'
import type { Day } from '../deadlines/day'
import { basisWords } from '../deadlines/basis-words'
import { clockOfDuty, nextDuty, opinionClock, type Clock } from '../deadlines/clocks'
import { readRulebook } from '../deadlines/read-rulebook.server'
import { rulesOf } from '../deadlines/rulebook'
import { readMerged, readObjected, readTakenOverIds } from './rows-beside.server'
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
  divisionId: string | null
  division: string | null
  /** Null also where this viewer may not know the bureau's people; `isSignedFor` tells. */
  handler: string | null
  isSignedFor: boolean
  /** The unit that leads, where we assist. */
  leadUnit: string | null
  /** Requests settled and sent, e.g. 3 of 5. */
  settled: number
  asked: number
  /** Of all requests the one that stands worst; null where nobody was asked. */
  worstRequest: RequestState | null
  /** Who still owes an opinion, the nearest due first, and until when. */
  owing: string[]
  owed: Clock | null
  /** The next duty; null where nothing is due. */
  clock: Clock | null
  /** How its day was reached, in words. */
  basis: string
  isPaused: boolean
  isExtended: boolean
  /** 退办待复. */
  isObjected: boolean
  /** 接续办理: another system had begun it. */
  isTakenOver: boolean
  /** 并案: who leads, by official number; one that is led goes where that one goes, and nothing waits on it alone. */
  group: { leading: string; isLed: boolean } | null
}

/** The rows of these proposals, in the order of the ids. */
export async function readRows(tx: Tx, ids: readonly string[], today: Day): Promise<ProposalRow[]> {
  if (ids.length === 0) return []
  const list = [...ids]
  const [rulebook, proposals, sponsors, requests, deadlines, pauses, extensions, objected, merged, taken] =
    await Promise.all([
      readRulebook(tx),
      tx
        .select({ row: proposal, division: division.name, handler: appUser.name, leadUnit: unit.shortName })
        .from(proposal)
        .leftJoin(unit, eq(unit.id, proposal.leadUnitId))
        .leftJoin(division, eq(division.id, proposal.divisionId))
        .leftJoin(appUser, eq(appUser.id, proposal.handlerId))
        .where(inArray(proposal.id, list)),
      tx
        .select({ proposalId: sponsor.proposalId, name: delegate.name })
        .from(sponsor)
        .innerJoin(delegate, eq(delegate.id, sponsor.delegateId))
        .where(inArray(sponsor.proposalId, list))
        .orderBy(asc(sponsor.position)),
      tx
        .select({
          proposalId: request.proposalId,
          round: request.round,
          state: request.state,
          dueOn: request.dueOn,
          derivation: request.derivation,
          unit: unit.shortName,
          division: division.name,
        })
        .from(request)
        .leftJoin(unit, eq(unit.id, request.unitId))
        .leftJoin(division, eq(division.id, request.divisionId))
        .where(inArray(request.proposalId, list))
        .orderBy(asc(request.dueOn), asc(request.position)),
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
      readObjected(tx, list),
      readMerged(tx, list),
      readTakenOverIds(tx, list),
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
    const asked = requestsOf(id).filter((r) => r.round === row.round)
    const own = deadlinesOf(id)
    const rules = rulesOf(rulebook, row)
    const isOpen = isOpenProposal(row.state)
    const next = isOpen ? nextDuty(own, asked, pausesOf(id)) : null
    const { settled, asked: askedOf, worst, owedBy } = summaryOf(asked)
    return {
      id, registerNo: row.registerNo, officialNo: row.officialNo, track: row.track, sessionKind: row.sessionKind,
      subject: row.subject, sponsorKind: row.sponsorKind, state: row.state, handlingRole: row.handlingRole,
      priority: row.priority, assignedOn: row.assignedOn, divisionId: row.divisionId, division: found.division, handler: found.handler,
      isSignedFor: row.handlerId !== null, leadUnit: found.leadUnit,
      sponsors: sponsorsOf(id).map((s) => s.name), settled, asked: askedOf, worstRequest: worst,
      owing: asked.filter((r) => awaitsUnit(r.state)).map((r) => r.unit ?? r.division ?? ''),
      owed: owedBy ? opinionClock(rules, owedBy, today) : null,
      clock: next ? clockOfDuty(rules, next, today) : null,
      basis: next ? basisWords(next.duty.derivation) : '',
      isPaused: isOpen && pausesOf(id).length > 0,
      isExtended: isOpen && own.some((d) => extensionsOf(id).some((e) => e.deadlineId === d.id)),
      isObjected: objected.has(id),
      isTakenOver: taken.has(id),
      group: merged.get(id) ?? null,
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
