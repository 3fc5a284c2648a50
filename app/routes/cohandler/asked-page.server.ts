import { readOneAsked } from '~/domain/co-handling/read-asked.server'
import { requestBasis, requestBasisWords } from '~/domain/deadlines/request-basis'
import { shanghaiDay } from '~/domain/deadlines/day'
import type { Viewer } from '~/domain/people/viewer'
import { reasonsAgainst } from '~/domain/proposal/refusal'
import type { Visit } from '~/http/for-anyone.server'
import type { UserVisit } from '~/http/for-user.server'
import { idParam } from '~/http/id-param'
import { shortInstant } from '~/ui/dates'
import { numberWords } from '~/ui/words'
import { sponsorsWords } from '../proposals/sponsor-words'

type Moment = Pick<Visit, 'now' | 'realNow'>

const readOf = (viewer: Viewer, requestId: string, { now, realNow }: Moment) =>
  readOneAsked(viewer, requestId, { now, realNow, today: shanghaiDay(now) })

/** What a command on this request speaks of. @throws NotFound when it went to another unit */
export async function askedTarget(visit: UserVisit) {
  const { request } = await readOf(visit.viewer, idParam(visit.params, 'requestId'), visit)
  return { proposalId: request.proposalId, requestId: request.id }
}

export const readAskedPage = (visit: UserVisit) =>
  askedPageOf(visit.viewer, idParam(visit.params, 'requestId'), visit)

/**
 * One request as its unit sees it, by account or by link: the proposal as handed over, never the bureau's allocation,
 * draft or other opinions. Of a request that was taken back nothing but the request.
 */
export async function askedPageOf(viewer: Viewer, requestId: string, moment: Moment) {
  const { request, open } = await readOf(viewer, requestId, moment)
  const closed = [
    { code: 'CANCELLED', message: '会办已取消，不用再办。', whoCanResolve: request.contactName },
  ]
  return {
    id: request.id,
    proposalId: request.proposalId,
    state: request.state,
    dueOn: request.dueOn,
    left: open?.clock?.left ?? null,
    isProvisional: open?.clock?.isProvisional ?? false,
    basis: requestBasisWords(requestBasis(request.derivation)),
    question: request.question,
    reason: request.reason,
    urged: request.urgedTimes,
    sentAt: shortInstant(request.sentAt),
    contact: { name: request.contactName, phone: request.contactPhone },
    proposal: open
      ? {
          number: numberWords(open.proposal.officialNo, open.proposal.track),
          subject: open.proposal.subject,
          text: open.proposal.text,
          sponsors: sponsorsWords({ ...open.proposal, sponsors: open.sponsors }),
          round: open.proposal.round,
        }
      : { number: request.item || '会办件', subject: '会办已取消', text: '', sponsors: '', round: null },
    asks: open?.asks ?? [],
    opinions: (open?.opinions ?? []).map((o) => ({
      id: o.id,
      givenAt: shortInstant(o.givenAt),
      givenVia: o.givenVia,
      isLate: o.isLate,
      isNoObjection: o.isNoObjection,
      text: o.text,
      docNo: o.docNo,
      contact: [o.contactName, o.contactPhone].filter(Boolean).join(' '),
    })),
    may: {
      acknowledge: open ? reasonsAgainst('acknowledge_request', open.facts) : closed,
      answer: open ? reasonsAgainst('answer_request', open.facts) : closed,
      decline: open ? reasonsAgainst('decline_request', open.facts) : closed,
    },
  }
}

export type AskedPage = Awaited<ReturnType<typeof askedPageOf>>
