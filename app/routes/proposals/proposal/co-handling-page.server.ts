import { awaitsUnit, type RequestState } from '~/domain/co-handling/request-states'
import { opinionClock } from '~/domain/deadlines/clocks'
import { shanghaiDay } from '~/domain/deadlines/day'
import type { TimeLeft } from '~/domain/deadlines/time-left'
import { isStaff } from '~/domain/people/viewer'
import type { EventName } from '~/domain/proposal/events'
import { isAllowed, reasonsAgainst } from '~/domain/proposal/refusal'
import type { ProposalRead } from '~/domain/proposal/read-proposal.server'
import type { UserVisit } from '~/http/for-user.server'

export type Settlement = 'accept' | 'return' | 'waive' | 'cancel' | 'urge'

export const settlementEvents: Record<Settlement, EventName> = {
  accept: 'accept_opinion',
  return: 'return_opinion',
  waive: 'waive_request',
  cancel: 'cancel_request',
  urge: 'urge_request',
}

export const isSettlement = (word: string): word is Settlement => Object.hasOwn(settlementEvents, word)

export type RequestShown = {
  id: string
  party: string
  question: string
  state: RequestState
  dueOn: string
  left: TimeLeft | null
  isProvisional: boolean
  urgedTimes: number
  reason: string | null
  /** Given, and not for this reader. */
  isOpinionHidden: boolean
  opinions: {
    id: string
    text: string
    isNoObjection: boolean
    docNo: string
    contact: string
    givenOn: string
  }[]
  may: Settlement[]
  mayAnswer: boolean
}

/** The requests of the current round with their opinions, as far as this viewer may read them. */
export function coHandlingPage(read: ProposalRead, visit: UserVisit) {
  const { facts } = read
  const today = shanghaiDay(visit.now)
  const rows = read.requests
    .filter((r) => r.round === facts.proposal.round)
    .map((r): RequestShown => {
      const about = { ...facts, request: facts.requests.find((q) => q.id === r.id) ?? null }
      const clock = awaitsUnit(r.state) ? opinionClock(facts, r.dueOn, today) : null
      return {
        id: r.id,
        party: partyOf(read, r),
        question: r.question,
        state: r.state,
        dueOn: r.dueOn,
        left: clock?.left ?? null,
        isProvisional: clock?.isProvisional ?? false,
        urgedTimes: r.urgedTimes,
        reason: r.reason,
        isOpinionHidden: !isStaff(visit.viewer) && hasAnswered(r.state),
        opinions: read.opinions
          .filter((o) => o.requestId === r.id)
          .map((o) => ({
            id: o.id,
            text: o.text,
            isNoObjection: o.isNoObjection,
            docNo: o.docNo,
            contact: [o.contactName, o.contactPhone].filter(Boolean).join(' '),
            givenOn: shanghaiDay(o.givenAt),
          })),
        may: (Object.keys(settlementEvents) as Settlement[]).filter((s) =>
          isAllowed(settlementEvents[s], about),
        ),
        mayAnswer: r.divisionId !== null && isAllowed('answer_request', about),
      }
    })
  const mayAsk = reasonsAgainst('send_request', facts).length === 0
  return { number: facts.proposal.registerNo, rows, mayAsk }
}

const answered: readonly RequestState[] = ['answered', 'accepted', 'returned', 'disputed', 'resolved']
const hasAnswered = (state: RequestState) => answered.includes(state)

function partyOf(read: ProposalRead, r: { unitId: string | null; divisionId: string | null }): string {
  const unit = read.units.find((u) => u.id === r.unitId)
  return unit?.shortName ?? read.divisions.find((d) => d.id === r.divisionId)?.name ?? ''
}
