import { previewLetter, readEarlierText } from '~/domain/clearance/read-approval.server'
import { shanghaiDay } from '~/domain/deadlines/day'
import { nextClock } from '~/domain/deadlines/clocks'
import { paragraphChanges } from '~/domain/drafting/paragraph-changes'
import { plainTextOfDoc } from '~/domain/drafting/rich-text'
import { holdsStep } from '~/domain/proposal/relations'
import { reasonsAgainst } from '~/domain/proposal/refusal'
import type { ProposalRead } from '~/domain/proposal/read-proposal.server'
import { isSettledRequest } from '~/domain/co-handling/request-states'
import { NotFound } from '~/domain/refusals'
import type { UserVisit } from '~/http/for-user.server'
import { dateWords } from '~/ui/dates'
import { delegateWords, opennessWords, outcomeWords, roleWords } from '~/ui/words'
import { proposalOf } from '../proposals/proposal-of.server'

/** What a reviewer reads and decides on. @throws NotFound when there is nothing in clearance for this viewer */
export async function approvalPage(visit: UserVisit) {
  const read = await proposalOf(visit)
  const { facts } = read
  const { proposal: p, reply } = facts
  if (!reply) throw new NotFound('reply')
  const shown = reply.frozen ?? reply.revision
  const step =
    reply.steps.find((s) => s.state === 'open' && holdsStep(visit.viewer, s.role, s.divisionId)) ??
    reply.steps.find((s) => holdsStep(visit.viewer, s.role, s.divisionId))
  const about = { ...facts, input: { stepId: step?.id ?? '', hash: reply.frozenHash ?? undefined } }
  const letter = previewLetter(read)
  return {
    number: p.registerNo,
    officialNo: p.officialNo,
    track: p.track,
    subject: p.subject,
    text: p.text,
    version: p.version,
    sponsors: read.sponsors
      .map((s) => (s.kind === 'organisation' ? s.name : `${s.name}${delegateWords[p.track]}`))
      .join('、'),
    outcome: shown.outcome
      ? `${facts.profile.outcomeLetter[shown.outcome]}类 ${outcomeWords[shown.outcome]}`
      : '',
    state: reply.state,
    isObjected: facts.objection?.state === 'raised',
    n: shown.n,
    hash: reply.frozenHash ?? '',
    stepId: step?.id ?? '',
    stepLabel: step ? roleWords[step.role] : roleWords[facts.profile.signerRole],
    shownState: step ? `${reply.state} ${step.state}` : reply.state,
    isSigner: visit.viewer.memberships.some((m) => m.role === facts.profile.signerRole),
    mayApprove: reasonsAgainst('approve_step', about),
    mayReturn: reasonsAgainst('return_for_amendment', about),
    maySign: reasonsAgainst('sign', about),
    mayRecall: reasonsAgainst('recall_signature', facts),
    chain: chainOf(read, visit),
    clock: nextClock(
      facts,
      read.deadlines.filter((d) => d.kind === 'reply' && d.metOn === null),
      [],
      facts.pauses,
      shanghaiDay(visit.now),
    ),
    asks: facts.asks.map((a) => ({
      number: a.n,
      ask: a.text,
      answer: answerTo(a.text, plainTextOfDoc(shown.doc)),
    })),
    facts: factsOf(read, shown.openness),
    changes: await changesOf(read, visit, plainTextOfDoc(shown.doc)),
    remarks: lastRemarks(read, shown.n),
    letter: { ...letter, date: reply.signature ? letter.date : null },
    signDate: dateWords(shanghaiDay(visit.now)),
    addressee: letter.salutation.replace(/：$/, ''),
    signed: reply.signature
      ? `${reply.signature.signerName}${reply.signature.signerTitle}，成文日期 ${dateWords(reply.signature.letterDate)}`
      : null,
  }
}

export type ApprovalPage = Awaited<ReturnType<typeof approvalPage>>

/** A step as the chain draws it; plain data, since it travels to the browser. */
type ChainStep = {
  label: string
  who: string
  state: 'done' | 'now' | 'next' | 'skipped'
  isMine: boolean
  note: string | null
}

function chainOf({ facts, people }: ProposalRead, visit: UserVisit): ChainStep[] {
  const { reply } = facts
  const steps = (reply?.steps ?? []).map((s): ChainStep => ({
    label: roleWords[s.role],
    who: s.decidedBy
      ? (people.find((u) => u.id === s.decidedBy)?.name ?? '')
      : facts.holders
          .filter((h) => h.role === s.role && (s.divisionId === null || h.divisionId === s.divisionId))
          .map((h) => h.name)
          .join('、'),
    state:
      s.state === 'approved'
        ? 'done'
        : s.state === 'open'
          ? 'now'
          : s.state === 'handed_up'
            ? 'skipped'
            : 'next',
    isMine: holdsStep(visit.viewer, s.role, s.divisionId),
    note: s.note,
  }))
  const isReady = steps.every((s) => s.state === 'done' || s.state === 'skipped')
  const signers = facts.holders.filter((h) => h.role === facts.profile.signerRole)
  const isSigner = visit.viewer.memberships.some((m) => m.role === facts.profile.signerRole)
  const state = reply?.signature ? 'done' : isReady ? 'now' : 'next'
  return [
    ...steps,
    {
      label: '签发',
      who: reply?.signature?.signerName ?? signers.map((h) => h.name).join('、'),
      state,
      isMine: isSigner,
      note: null,
    },
  ]
}

/** The paragraph that names the ask, if one does: nothing is made up where none does. */
function answerTo(ask: string, text: string): string | null {
  const words = ask.replaceAll(/[“”。，、；]/g, '')
  return (
    text
      .split('\n')
      .find((paragraph) => paragraph.replaceAll(/[“”。，、；]/g, '').includes(words.slice(0, 12))) ?? null
  )
}

function factsOf(
  { facts, contacts, promises }: ProposalRead,
  openness: 'proactive' | 'on_request' | 'withheld' | null,
) {
  const own = facts.requests.filter((r) => r.round === facts.proposal.round && r.state !== 'cancelled')
  const newest = contacts[0]
  return [
    {
      term: '会办',
      detail:
        own.length === 0
          ? '没有会办'
          : `${own.length} 家，已了结 ${own.filter((r) => isSettledRequest(r.state)).length} 家`,
    },
    { term: '沟通', detail: newest ? `${newest.heldOn} ${newest.summary}` : '没有记录' },
    { term: '承诺', detail: promises.length === 0 ? '没有登记' : `${promises.length} 项` },
    { term: '公开', detail: openness ? opennessWords[openness] : '未定' },
  ]
}

/** The remarks of the newest return before the revision shown. */
function lastRemarks({ remarks }: ProposalRead, shownN: number) {
  const n = Math.max(0, ...remarks.filter((r) => r.revisionN < shownN).map((r) => r.revisionN))
  return remarks
    .filter((r) => r.revisionN === n)
    .map(({ id, who, quote, text }) => ({ id, who, quote, text }))
}

async function changesOf(read: ProposalRead, visit: UserVisit, now: string) {
  const before = await readEarlierText(visit.viewer, read)
  return before === null ? null : paragraphChanges(before.split('\n'), now.split('\n'))
}
