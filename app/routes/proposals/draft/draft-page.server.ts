import type { ProposalRead } from '~/domain/proposal/read-proposal.server'
import { reasonsAgainst } from '~/domain/proposal/refusal'
import { NotFound } from '~/domain/refusals'
import { nextClock } from '~/domain/deadlines/clocks'
import { shanghaiDay } from '~/domain/deadlines/day'
import type { UserVisit } from '~/http/for-user.server'
import { coHandlingPage } from '../proposal/co-handling-page.server'
import { whatIsMissing } from '../proposal/what-is-missing'

/** The writing desk: the reply, what it answers, and what it still needs. @throws NotFound where no draft may be seen */
export function draftPage(read: ProposalRead, visit: UserVisit) {
  const { facts } = read
  const mayStart = reasonsAgainst('start_reply', facts)
  if (!facts.reply && mayStart.some((r) => r.code === 'NOT_YOURS')) throw new NotFound('draft')
  const { proposal: p, reply } = facts
  const { rows, summary } = coHandlingPage(read, visit)
  return {
    number: p.registerNo,
    officialNo: p.officialNo,
    track: p.track,
    subject: p.subject,
    text: p.text,
    version: p.version,
    isOpinion: p.handlingRole === 'assist',
    isObjected: facts.objection?.state === 'raised',
    asks: facts.asks.map((a) => ({
      number: a.n,
      text: a.text,
      hint: a.elsewhere ? `由${a.elsewhere}答复，本局不答` : undefined,
    })),
    opinions: rows,
    summary,
    contacts: read.contacts.map((c) => ({
      id: c.id,
      heldOn: c.heldOn,
      people: c.people,
      summary: c.summary,
    })),
    remarks:
      reply?.state === 'drafting'
        ? read.remarks.map(({ id, who, quote, text }) => ({ id, who, quote, text }))
        : [],
    mayStart,
    /** The old draft was given up; its text stays readable beside the start of the next. */
    mayBegin: reply?.state === 'abandoned' && mayStart.length === 0,
    draft: reply ? draftOf(reply, read) : null,
    maySave: reply ? reasonsAgainst('save_draft', facts) : [],
    maySubmit: reply ? reasonsAgainst('submit_for_clearance', facts) : [],
    mayWithdraw: reply ? reasonsAgainst('withdraw_from_clearance', facts).length === 0 : false,
    mayAbandon: reply ? reasonsAgainst('abandon', facts).length === 0 : false,
    missing: whatIsMissing(facts).missing,
    clock: nextClock(
      facts,
      read.deadlines.filter((d) => d.kind === 'reply' && d.metOn === null),
      [],
      facts.pauses,
      shanghaiDay(visit.now),
    ),
  }
}

export type DraftPage = ReturnType<typeof draftPage>

function draftOf(reply: NonNullable<ProposalRead['facts']['reply']>, read: ProposalRead) {
  const { revision } = reply
  return {
    id: reply.id,
    state: reply.state,
    n: revision.n,
    doc: revision.doc,
    fields: revision.fields,
    outcome: revision.outcome,
    openness: revision.openness,
    opennessGround: revision.opennessGround,
    hash: revision.hash.slice(0, 8),
    savedBy: read.people.find((u) => u.id === revision.authorId)?.name ?? '',
    outcomeLetters: read.facts.profile.outcomeLetter,
  }
}
