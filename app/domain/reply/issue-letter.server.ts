import { randomUUID } from 'node:crypto'
import type { Tx } from '~/db/client.server'
import { receipt } from '~/db/schema/after-the-letter'
import { letter } from '~/db/schema/reply'
import { renderReplyLetter } from '~/documents/reply-letter/render-reply-letter'
import { shanghaiDay, yearOf } from '../deadlines/day'
import { dueOf } from '../deadlines/due-of'
import { meetDeadline, setDeadlines } from '../deadlines/set-deadlines.server'
import { canonicalJson } from '../log/canonical'
import { sha256 } from '../log/hashes.server'
import type { Command, Target } from '../proposal/command'
import type { Facts } from '../proposal/facts'
import { move } from '../proposal/move.server'
import { answeredBy } from '../sponsors/answered'
import { salutationFor } from '../sponsors/salutation-for'
import { composeLetter, documentNumber } from './compose-letter'
import { takeNumber } from './numbering.server'

type Addressee = { delegateId: string | null; unitId: string | null; salutation: string }

export type Issued = { letters: { letterId: string; docNo: string }[] }

/**
 * 编号并印发: one letter per addressee, each with its number taken here, rendered from the signed hash, stored as exact
 * bytes. The letter date stays the day of signing. Carries the proposal to 已答复 (or, where we assist, 已办结).
 */
export const issueLetter = (command: Command, target: Target, input: { isSealed: boolean }) =>
  move<Issued>(command, 'issue', target, input, async (tx, f) => {
    const isOpinion = f.reply?.kind === 'opinion'
    const letters: Issued['letters'] = []
    for (const to of addressees(f)) letters.push(await issueOne(tx, command, f, to, input.isSealed))
    const today = shanghaiDay(command.now)
    await meetDeadline(tx, f, 'reply', today)
    // Each receipt has its own due day; here only the publication's clock starts.
    if (!isOpinion) await setDeadlines(tx, f, [{ kind: 'publication', startOn: today }])
    if (f.publication?.state === 'reviewed') await meetDeadline(tx, f, 'publication', today)
    return {
      result: { letters },
      replyChanges: { issuedAt: command.now },
      carries: isOpinion ? 'opinion_issued' : 'reply_issued',
      details: { docNo: letters.map((l) => l.docNo).join('、'), letterIds: letters.map((l) => l.letterId) },
    }
  })

/** Whom the profile answers; the first gets the salutation the drafter settled, each further one his own. */
function addressees(f: Facts): Addressee[] {
  const settled = f.reply?.frozen?.fields.salutation ?? ''
  if (f.reply?.kind === 'opinion')
    return [{ delegateId: null, unitId: f.proposal.leadUnitId, salutation: settled }]
  return answeredBy(f)
    .filter((to) => to.by === 'letter')
    .map((to, i) => ({
      delegateId: to.delegateId,
      unitId: null,
      salutation: i === 0 ? settled : salutationFor(f, to),
    }))
}

/** Opinions have a series of their own, unless the bureau uses one 机关代字 for both. */
export function seriesOf(f: Pick<Facts, 'bureau' | 'reply'>): { purpose: 'reply' | 'opinion'; code: string } {
  const isOpinion = f.reply?.kind === 'opinion' && f.bureau.opinionCode !== f.bureau.letterCode
  return isOpinion
    ? { purpose: 'opinion', code: f.bureau.opinionCode }
    : { purpose: 'reply', code: f.bureau.letterCode }
}

async function issueOne(tx: Tx, command: Command, f: Facts, to: Addressee, isSealed: boolean) {
  const { reply } = f
  if (!reply?.frozen || !reply.signature) throw new Error('only a signed reply is issued')
  const { purpose, code: ownCode } = seriesOf(f)
  const year = yearOf(shanghaiDay(command.now))
  const { code, seq } = await takeNumber(tx, { bureauId: f.proposal.bureauId, purpose, year }, ownCode)
  const docNo = documentNumber(f.profile, code, year, seq)
  const content = composeLetter({
    f,
    revision: reply.frozen,
    signature: reply.signature,
    docNo,
    salutation: to.salutation,
    isSealed,
  })
  const bytes = await renderReplyLetter(content)
  const id = randomUUID()
  await tx.insert(letter).values({
    id, replyId: reply.id, proposalId: f.proposal.id, bureauId: f.proposal.bureauId, round: f.proposal.round,
    delegateId: to.delegateId, unitId: to.unitId, purpose, code, year, seq, docNo, letterDate: reply.signature.letterDate,
    printedOn: shanghaiDay(command.now), content, bytes: Buffer.from(bytes), sha256: sha256(bytes), isSealed,
    issuedBy: command.viewer.userId ?? '', issuedAt: command.now,
  }) // prettier-ignore
  if (to.delegateId) await awaitReceipt(tx, command, f, id, to.delegateId)
  return { letterId: id, docNo }
}

async function awaitReceipt(tx: Tx, command: Command, f: Facts, letterId: string, delegateId: string) {
  const due = dueOf(f, 'receipt', shanghaiDay(command.now))
  await tx.insert(receipt).values({
    id: randomUUID(), letterId, proposalId: f.proposal.id, bureauId: f.proposal.bureauId, delegateId,
    round: f.proposal.round, state: 'awaiting', dueOn: due.due, derivation: canonicalJson(due.derivation),
  }) // prettier-ignore
}
