import { awaitsUnit, type RequestState } from '~/domain/co-handling/request-states'
import type { OpinionWay } from '~/domain/co-handling/opinion-ways'
import { linkWords, type CoHandlingBeside } from '~/domain/co-handling/read-co-handling.server'
import { summaryOf } from '~/domain/co-handling/request-summary'
import { opinionClock } from '~/domain/deadlines/clocks'
import { shanghaiDay } from '~/domain/deadlines/day'
import { requestBasis, requestBasisWords } from '~/domain/deadlines/request-basis'
import type { TimeLeft } from '~/domain/deadlines/time-left'
import { isStaff } from '~/domain/people/viewer'
import { isAllowed, reasonsAgainst } from '~/domain/proposal/refusal'
import type { ProposalRead } from '~/domain/proposal/read-proposal.server'
import type { UserVisit } from '~/http/for-user.server'
import { settlementEvents, settlements, type Settlement } from './settlements'

export type OpinionShown = {
  id: string
  text: string
  isNoObjection: boolean
  docNo: string
  contact: string
  givenOn: string
  givenVia: OpinionWay
  isLate: boolean
  /** 收到 2026-03-18，登记员代录 */
  paper: string
  scanId: string | null
}

export type RequestShown = {
  id: string
  party: string
  question: string
  state: RequestState
  dueOn: string
  left: TimeLeft | null
  isProvisional: boolean
  /** How the due day was reached. */
  basis: string
  urgedTimes: number
  reason: string | null
  link: string
  coordinations: { id: string; heldOn: string; people: string; conclusion: string; isAgreed: boolean }[]
  /** Given, and not for this reader. */
  isOpinionHidden: boolean
  opinions: OpinionShown[]
  may: Settlement[]
  mayAnswer: boolean
}

const nothingBeside: CoHandlingBeside = { links: [], coordinations: [] }

/** The requests of the current round with their opinions, as far as this viewer may read them. */
export function coHandlingPage(
  read: ProposalRead,
  visit: UserVisit,
  beside: CoHandlingBeside = nothingBeside,
) {
  const { facts } = read
  const own = read.requests.filter((r) => r.round === facts.proposal.round)
  const rows = own.map((r) => requestShown(read, visit, beside, r))
  const mayAsk = reasonsAgainst('send_request', facts).length === 0
  return {
    number: facts.proposal.registerNo,
    rows,
    summary: summaryOf(own),
    mayAsk,
    mayAdd: isAllowed('request_additional_unit', facts),
    additions: facts.additionalUnits.map((a) => ({
      id: a.id,
      unit: read.units.find((u) => u.id === a.unitId)?.shortName ?? '',
      state: a.state,
      reason: a.reason,
      answer: a.answer,
      requestedOn: shanghaiDay(a.requestedAt),
      mayAnswer: a.state === 'requested' && isAllowed('answer_additional_unit', facts),
      mayAsk: a.state === 'added' && mayAsk && !read.requests.some((r) => r.unitId === a.unitId),
    })),
  }
}

function requestShown(
  read: ProposalRead,
  visit: UserVisit,
  beside: CoHandlingBeside,
  r: ProposalRead['requests'][number],
): RequestShown {
  const { facts } = read
  const about = { ...facts, request: facts.requests.find((q) => q.id === r.id) ?? null }
  const clock = awaitsUnit(r.state) ? opinionClock(facts, r.dueOn, shanghaiDay(visit.now)) : null
  const link = beside.links.find((l) => l.requestId === r.id)
  return {
    id: r.id,
    party: partyOf(read, r),
    question: r.question,
    state: r.state,
    dueOn: r.dueOn,
    left: clock?.left ?? null,
    isProvisional: clock?.isProvisional ?? false,
    basis: requestBasisWords(requestBasis(r.derivation)),
    urgedTimes: r.urgedTimes,
    reason: r.reason,
    link: link && awaitsUnit(r.state) ? linkWords(link, visit.realNow) : '',
    coordinations: beside.coordinations.filter((c) => c.requestId === r.id),
    isOpinionHidden: !isStaff(visit.viewer) && hasAnswered(r.state),
    opinions: read.opinions.filter((o) => o.requestId === r.id).map((o) => opinionShown(read, o)),
    may: settlements.filter((s) => isAllowed(settlementEvents[s], about)),
    mayAnswer: r.divisionId !== null && isAllowed('answer_request', about),
  }
}

const opinionShown = (read: ProposalRead, o: ProposalRead['opinions'][number]): OpinionShown => ({
  id: o.id,
  text: o.text,
  isNoObjection: o.isNoObjection,
  docNo: o.docNo,
  contact: [o.contactName, o.contactPhone].filter(Boolean).join(' '),
  givenOn: shanghaiDay(o.givenAt),
  givenVia: o.givenVia,
  isLate: o.isLate,
  scanId: o.scanId,
  paper: o.receivedOn
    ? `${o.receivedOn} 收到，${read.people.find((u) => u.id === o.givenBy)?.name ?? '本局'}代录`
    : '',
})

const answered: readonly RequestState[] = [
  'answered', 'accepted', 'returned', 'disputed', 'resolved', 'filed',
] // prettier-ignore
const hasAnswered = (state: RequestState) => answered.includes(state)

export function partyOf(read: ProposalRead, r: { unitId: string | null; divisionId: string | null }): string {
  const unit = read.units.find((u) => u.id === r.unitId)
  return unit?.shortName ?? read.divisions.find((d) => d.id === r.divisionId)?.name ?? ''
}
