import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { event } from '~/db/schema/log'
import { archivePackage, proposal } from '~/db/schema/proposal'
import { letter, reply, signature } from '~/db/schema/reply'
import { renderReplyLetter } from '~/documents/reply-letter/render-reply-letter'
import { archiveProposal } from '~/domain/archive/archive-proposal.server'
import { packageProblem } from '~/domain/archive/archive-package.server'
import { recallSignature, signReply } from '~/domain/clearance/sign-reply.server'
import { submitForClearance } from '~/domain/clearance/submit-for-clearance.server'
import { withdrawFromClearance } from '~/domain/clearance/withdraw-from-clearance.server'
import { confirmCommitments } from '~/domain/commitments/record-commitment.server'
import { docFromPlainText } from '~/domain/drafting/rich-text'
import { saveDraft } from '~/domain/drafting/save-draft.server'
import { firstDifference, fold } from '~/domain/log/fold'
import { sha256 } from '~/domain/log/hashes.server'
import { closeProposal } from '~/domain/proposal/close-proposal.server'
import { proposePublication, reviewPublication } from '~/domain/publication/decide-publication.server'
import { hashOfToken, makeReceiptLink, viewerOfLink } from '~/domain/receipt/receipt-link.server'
import { returnReceipt } from '~/domain/receipt/return-receipt.server'
import { issueLetter } from '~/domain/reply/issue-letter.server'
import { setNextNumber } from '~/domain/reply/set-next-number.server'
import { Conflict, Invalid, NotFound, Refused } from '~/domain/refusals'
import {
  approveAll,
  as,
  businessNow,
  drafted,
  openBureau,
  realNow,
  receiptsOf,
  replyOf,
  signed,
  type Bureau,
} from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau()
})

const rows = (id: string) =>
  asViewer(bureau.people.coordinator, async (tx) => ({
    proposal: (await tx.select().from(proposal).where(eq(proposal.id, id)))[0],
    reply: (await tx.select().from(reply).where(eq(reply.proposalId, id)))[0],
    letters: await tx.select().from(letter).where(eq(letter.proposalId, id)),
    events: await tx.select().from(event).where(eq(event.proposalId, id)).orderBy(event.sequence),
    signatures: await tx.select().from(signature).where(eq(signature.proposalId, id)),
  }))

async function answered(proposalId: string, over: { attitude?: 'dissatisfied'; reason?: string } = {}) {
  const [awaited] = await receiptsOf(bureau.people.coordinator, proposalId)
  if (!awaited) throw new Error('no receipt awaited')
  const tokenHash = hashOfToken(randomUUID())
  await makeReceiptLink(as(bureau.people.seal_clerk), { proposalId }, { receiptId: awaited.id, tokenHash })
  const viewer = viewerOfLink({
    bureauId: bureau.bureauId,
    delegateId: awaited.delegateId,
    letterId: awaited.letterId,
    name: '段长风',
  })
  const given = {
    attitude: over.attitude ?? ('satisfied' as const),
    result: 'satisfied' as const,
    reason: over.reason ?? '',
    tokenHash,
  }
  return { viewer, given, send: () => returnReceipt(as(viewer), { proposalId }, given) }
}

describe('once through the whole life', () => {
  it('registers, handles, clears, signs, issues, receives, closes and archives; the log gives the rows', async () => {
    const { people } = bureau
    const item = await signed(bureau)
    const { letters } = await issueLetter(
      as(people.seal_clerk, { now: new Date('2026-03-25T02:00:00Z') }),
      item,
      { isSealed: true },
    )
    expect(letters).toMatchObject([{ docNo: expect.stringMatching(/^云科局函〔2026〕\d+号$/) }])
    await (await answered(item.proposalId)).send()
    await proposePublication(as(people.handler), item, { mode: 'full', ground: '' })
    await reviewPublication(as(people.openness_reviewer), item, { mode: 'full', ground: '' })
    await confirmCommitments(as(people.division_head), item)
    await closeProposal(as(people.coordinator), item)
    await archiveProposal(as(people.archivist), item, { retentionYears: 30 })

    const after = await rows(item.proposalId)
    expect(after.proposal?.state).toBe('archived')
    const said = fold(after.events.map((e) => e.body))
    expect(firstDifference({ ...after.proposal }, said.proposal)).toBeNull()
    expect(firstDifference({ ...after.reply }, said.replies[item.replyId] ?? {})).toBeNull()
    expect(said).toMatchObject({ sequence: after.proposal?.sequence, version: after.proposal?.version })
    expect(after.events.at(-1)?.hash).toBe(after.proposal?.headHash)
  })

  it('keeps the letter’s exact bytes, dated by the signature and not by the issue', async () => {
    const item = await signed(bureau)
    await issueLetter(as(bureau.people.seal_clerk, { now: new Date('2026-03-30T02:00:00Z') }), item, {
      isSealed: true,
    })
    const [stored] = (await rows(item.proposalId)).letters
    expect(stored).toMatchObject({ letterDate: '2026-03-20', printedOn: '2026-03-30' })
    expect(stored?.content.date).toBe('2026-03-20')
    expect(stored?.content.body.map((p) => p.text).join('')).toContain('此复函已经市科技局director局长审签')
    const again = await renderReplyLetter(stored!.content)
    expect(sha256(again)).toBe(stored?.sha256)
    expect(sha256(stored!.bytes)).toBe(stored?.sha256)
  })

  it('makes an archive package that a changed byte betrays', async () => {
    const item = await signed(bureau)
    const { people } = bureau
    await issueLetter(as(people.seal_clerk), item, { isSealed: true })
    await (await answered(item.proposalId)).send()
    await proposePublication(as(people.handler), item, { mode: 'withheld', ground: '涉及内部事务' })
    await reviewPublication(as(people.openness_reviewer), item, { mode: 'withheld', ground: '涉及内部事务' })
    await confirmCommitments(as(people.division_head), item)
    await closeProposal(as(people.coordinator), item)
    await archiveProposal(as(people.archivist), item, { retentionYears: 30 })
    const [made] = await asViewer(people.archivist, (tx) =>
      tx.select().from(archivePackage).where(eq(archivePackage.proposalId, item.proposalId)),
    )
    expect(packageProblem(new Uint8Array(made!.bytes))).toBeNull()
    expect((await rows(item.proposalId)).proposal?.retentionYears).toBe(30)
  })
})

describe('approvals and the signature', () => {
  it('lapse when the text is opened again, and one must start over', async () => {
    const item = await drafted(bureau)
    const { people } = bureau
    await submitForClearance(as(people.handler), item)
    await approveAll(bureau, item)
    await withdrawFromClearance(as(people.handler), item, { reason: '补一句' })
    const { row, newest } = await replyOf(people.handler, item.proposalId)
    expect(row).toMatchObject({ state: 'drafting', frozenHash: null })
    const draft = {
      doc: docFromPlainText('改了一个字。'),
      fields: newest.fields,
      outcome: newest.outcome,
      openness: newest.openness,
      opennessGround: '',
    }
    await saveDraft(as(people.handler), item, { basedOn: 2, draft })
    await submitForClearance(as(people.handler), item)
    const now = await replyOf(people.handler, item.proposalId)
    await expect(
      signReply(as(people.director), item, { hash: now.row.frozenHash ?? '' }),
    ).rejects.toMatchObject({ reasons: [{ code: 'CHAIN_COMPLETE' }] })
  })

  it('of another hash are refused', async () => {
    const item = await drafted(bureau)
    await submitForClearance(as(bureau.people.handler), item)
    await approveAll(bureau, item)
    await expect(signReply(as(bureau.people.director), item, { hash: 'f'.repeat(64) })).rejects.toMatchObject(
      {
        reasons: [{ code: 'HASH_MATCH' }],
      },
    )
  })

  it('are recalled before the issue, and nothing can be issued then', async () => {
    const item = await signed(bureau)
    await recallSignature(as(bureau.people.director), item, { reason: '再看看' })
    await expect(issueLetter(as(bureau.people.seal_clerk), item, { isSealed: true })).rejects.toBeInstanceOf(
      Refused,
    )
    expect((await rows(item.proposalId)).signatures).toMatchObject([{ lapsedAt: businessNow }])
  })

  it('do not cover a stored text that was altered afterwards', async () => {
    const item = await signed(bureau)
    const { row } = await replyOf(bureau.people.handler, item.proposalId)
    const altered = asViewer(bureau.people.handler, (tx) =>
      tx.execute(`update revision set content = content where reply_id = '${row.id}'`),
    )
    await expect(altered).rejects.toThrow()
  })
})

describe('two writers', () => {
  it('the second save is a conflict, never a silent overwrite', async () => {
    const item = await drafted(bureau)
    const { newest } = await replyOf(bureau.people.handler, item.proposalId)
    const draft = {
      doc: docFromPlainText('第三稿'),
      fields: newest.fields,
      outcome: null,
      openness: null,
      opennessGround: '',
    }
    await saveDraft(as(bureau.people.handler), item, { basedOn: 2, draft })
    await expect(saveDraft(as(bureau.people.handler), item, { basedOn: 2, draft })).rejects.toBeInstanceOf(
      Conflict,
    )
  })
})

describe('the letter number', () => {
  it('goes on from where the clerk set it, and never back to a used one', async () => {
    const { people } = bureau
    const item = await signed(bureau)
    const series = { purpose: 'reply', year: 2026, code: '云科局函', next: 308 } as const
    const press = as(people.seal_clerk)
    await setNextNumber(press, series)
    const { letters } = await issueLetter(as(people.seal_clerk), item, { isSealed: true })
    expect(letters[0]?.docNo).toBe('云科局函〔2026〕308号')
    await expect(setNextNumber(press, series), 'the same press, sent again').resolves.toBeUndefined()
    await expect(setNextNumber(press, { ...series, next: 500 })).rejects.toBeInstanceOf(Conflict)
    await expect(setNextNumber(as(people.seal_clerk), series)).rejects.toBeInstanceOf(Invalid)
    await expect(setNextNumber(as(people.handler), { ...series, next: 400 })).rejects.toBeInstanceOf(Refused)
  })

  it('is consecutive for eight clerks at once, none skipped by a rollback', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => signed(bureau)))
    const broken = await signed(bureau)
    const issue = (item: (typeof all)[number]) =>
      issueLetter(as(bureau.people.seal_clerk), item, { isSealed: true })
    const [issued] = await Promise.all([
      Promise.all(all.map(issue)),
      expect(
        issueLetter(as(bureau.people.seal_clerk), { ...broken, expectedVersion: 1 }, { isSealed: true }),
      ).rejects.toBeInstanceOf(Conflict),
    ])
    const numbers = issued
      .flatMap((i) => i.letters.map((l) => Number(/(\d+)号$/.exec(l.docNo)?.[1])))
      .toSorted((a, b) => a - b)
    expect(new Set(numbers).size).toBe(8)
    expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBe(7)
  })
})

describe('the receipt', () => {
  it('is taken once: the link is used up, and a second try finds nothing', async () => {
    const item = await signed(bureau)
    await issueLetter(as(bureau.people.seal_clerk), item, { isSealed: true })
    const first = await answered(item.proposalId)
    await first.send()
    await expect(first.send()).rejects.toBeInstanceOf(Refused)
    expect(await receiptsOf(bureau.people.coordinator, item.proposalId)).toMatchObject([
      { state: 'received', attitude: 'satisfied' },
    ])
  })

  it('asks for a reason when dissatisfied, and blocks closing', async () => {
    const item = await signed(bureau)
    await issueLetter(as(bureau.people.seal_clerk), item, { isSealed: true })
    await expect(
      (await answered(item.proposalId, { attitude: 'dissatisfied' })).send(),
    ).rejects.toMatchObject({
      problems: [{ field: 'reason' }],
    })
    await (await answered(item.proposalId, { attitude: 'dissatisfied', reason: '没有时间表' })).send()
    await expect(closeProposal(as(bureau.people.coordinator), item)).rejects.toMatchObject({
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'NO_OPEN_DISSATISFACTION' })]),
    })
  })

  it('is refused through an expired or replaced link', async () => {
    const item = await signed(bureau)
    await issueLetter(as(bureau.people.seal_clerk), item, { isSealed: true })
    const first = await answered(item.proposalId)
    const late = { ...as(first.viewer), realNow: new Date(realNow.getTime() + 91 * 86_400_000) }
    await expect(returnReceipt(late, item, first.given)).rejects.toBeInstanceOf(NotFound)
    const [awaited] = await receiptsOf(bureau.people.coordinator, item.proposalId)
    await makeReceiptLink(as(bureau.people.seal_clerk), item, {
      receiptId: awaited!.id,
      tokenHash: hashOfToken('newer'),
    })
    await expect(first.send()).rejects.toBeInstanceOf(NotFound)
  })
})
