import { readOneAsked } from '~/domain/co-handling/read-asked.server'
import { shanghaiDay } from '~/domain/deadlines/day'
import { reasonsAgainst } from '~/domain/proposal/refusal'
import type { UserVisit } from '~/http/for-user.server'
import { idParam } from '~/http/id-param'
import { shortInstant } from '~/ui/dates'
import { numberWords } from '~/ui/words'
import { sponsorsWords } from '../proposals/sponsor-words'

const readOf = async (visit: UserVisit) =>
  await readOneAsked(visit.viewer, idParam(visit.params, 'requestId'), {
    ...visit,
    today: shanghaiDay(visit.now),
  })

/** What a command on this request speaks of. @throws NotFound when it went to another unit */
export async function askedTarget(visit: UserVisit) {
  const { request } = await readOf(visit)
  return { proposalId: request.proposalId, requestId: request.id }
}

/** One request as its unit sees it: the proposal as handed over, never the bureau's allocation, draft or other opinions. */
export async function readAskedPage(visit: UserVisit) {
  const { request, proposal, asks, sponsors, opinions, facts, clock } = await readOf(visit)
  return {
    id: request.id,
    state: request.state,
    dueOn: request.dueOn,
    left: clock?.left ?? null,
    isProvisional: clock?.isProvisional ?? false,
    question: request.question,
    reason: request.reason,
    urged: request.urgedTimes,
    sentAt: shortInstant(request.sentAt),
    contact: { name: request.contactName, phone: request.contactPhone },
    proposal: {
      number: numberWords(proposal.officialNo, proposal.track),
      track: proposal.track,
      subject: proposal.subject,
      text: proposal.text,
      sponsors: sponsorsWords({ ...proposal, sponsors }),
    },
    asks,
    opinions: opinions.map((o) => ({
      id: o.id,
      givenAt: shortInstant(o.givenAt),
      isNoObjection: o.isNoObjection,
      text: o.text,
      docNo: o.docNo,
      contact: [o.contactName, o.contactPhone].filter(Boolean).join(' '),
    })),
    may: {
      acknowledge: reasonsAgainst('acknowledge_request', facts),
      answer: reasonsAgainst('answer_request', facts),
      decline: reasonsAgainst('decline_request', facts),
    },
  }
}

export type AskedPage = Awaited<ReturnType<typeof readAskedPage>>
