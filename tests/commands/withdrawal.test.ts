import { and, eq, isNull } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { event, outbox } from '~/db/schema/log'
import { notice } from '~/db/schema/notices'
import { withdrawal } from '~/db/schema/objection'
import { proposal, proposalAccess, sponsor } from '~/db/schema/proposal'
import { clearanceStep, reply, signature } from '~/db/schema/reply'
import { sponsorConsent } from '~/db/schema/sponsors'
import { submitForClearance } from '~/domain/clearance/submit-for-clearance.server'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { acceptOpinion } from '~/domain/co-handling/settle-request.server'
import { answerRequest } from '~/domain/co-handling/answer-request.server'
import { withdrawProposal } from '~/domain/intake/withdraw-proposal.server'
import { voidProposal } from '~/domain/intake/void-proposal.server'
import { deliverOutbox } from '~/domain/notices/deliver-outbox.server'
import { raiseObjection } from '~/domain/objection/raise-objection.server'
import { Invalid, Refused } from '~/domain/refusals'
import { issueLetter } from '~/domain/reply/issue-letter.server'
import {
  approveAll,
  as,
  businessNow,
  drafted,
  openBureau,
  registered,
  signed,
  type Bureau,
} from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau()
})

const letter = { letter: '关于撤回第0098号提案的函', letterOn: '2026-03-19', consentedIds: [] }

const rows = (id: string) =>
  asViewer(bureau.people.coordinator, async (tx) => ({
    proposal: (await tx.select().from(proposal).where(eq(proposal.id, id)))[0],
    reply: (await tx.select().from(reply).where(eq(reply.proposalId, id)))[0],
    steps: await tx.select().from(clearanceStep).where(eq(clearanceStep.proposalId, id)),
    requests: await tx.select().from(request).where(eq(request.proposalId, id)),
    valid: await tx
      .select()
      .from(signature)
      .where(and(eq(signature.proposalId, id), isNull(signature.lapsedAt))),
    events: await tx.select().from(event).where(eq(event.proposalId, id)).orderBy(event.sequence),
    dueOn: (
      await tx
        .select()
        .from(proposalAccess)
        .where(and(eq(proposalAccess.proposalId, id), eq(proposalAccess.party, 'bureau')))
    )[0]?.dueOn,
    withdrawal: (await tx.select().from(withdrawal).where(eq(withdrawal.proposalId, id)))[0],
  }))

const ask = (proposalId: string, unit: string) =>
  sendRequest(
    as(bureau.people.handler),
    { proposalId },
    { unitId: bureau.unitIds[unit] ?? '', divisionId: null, question: '请提意见', dueOn: null },
  )

describe('withdrawn while the reply is in clearance', () => {
  it('ends the reply, its approvals and every open request, and tells all whom it concerns', async () => {
    const item = await drafted(bureau)
    const { people } = bureau
    await submitForClearance(as(people.handler), item)
    await approveAll(bureau, item, 'secrecy_reviewer')
    // An opinion may be asked for late; it is still open when the letter of withdrawal comes.
    await ask(item.proposalId, '市财政局')
    await deliverOutbox(bureau.bureauId, businessNow, { sendsMail: false, origin: null })
    const now = new Date('2026-03-23T02:00:00Z')
    await withdrawProposal(as(people.coordinator, { now }), item, letter)
    const after = await rows(item.proposalId)
    expect(after.proposal?.state).toBe('withdrawn')
    expect(after.reply).toMatchObject({ state: 'abandoned', frozenHash: null })
    expect(new Set(after.steps.map((s) => s.state))).toEqual(new Set(['lapsed']))
    expect(after.requests).toMatchObject([{ state: 'cancelled', reason: '代表委员已撤回' }])
    expect(after.dueOn).toBe('9999-12-31')
    expect(after.withdrawal).toMatchObject({ letter: letter.letter, letterOn: letter.letterOn })
    await deliverOutbox(bureau.bureauId, now, { sendsMail: false, origin: null })
    const told = async (viewer: Bureau['people']['handler']) =>
      (await asViewer(viewer, (tx) => tx.select().from(notice).where(eq(notice.writtenAt, now)))).map(
        (n) => n.line,
      )
    expect((await told(people.finance)).join()).toContain('会办已取消')
    expect((await told(people.handler)).join()).toContain('代表委员已撤回')
    expect((await told(people.office_reviewer)).join()).toContain('不用再审')
    expect((await told(people.division_head)).join()).toContain('代表委员已撤回')
  })

  it('lets a signature lapse, so that nothing can be issued', async () => {
    const item = await signed(bureau)
    await withdrawProposal(as(bureau.people.coordinator), item, letter)
    expect((await rows(item.proposalId)).valid).toEqual([])
    const issuing = issueLetter(as(bureau.people.seal_clerk), item, { isSealed: true })
    await expect(issuing).rejects.toBeInstanceOf(Refused)
  })

  it('leaves a settled opinion settled, and ends the objection that waited', async () => {
    const { proposalId } = await drafted(bureau)
    const { people } = bureau
    const { requestId } = await ask(proposalId, '市财政局')
    const opinion = { isNoObjection: true, text: '', docNo: '', contactName: '', contactPhone: '' }
    await answerRequest(as(people.finance), { proposalId, requestId }, opinion)
    await acceptOpinion(as(people.handler), { proposalId, requestId })
    const early = new Date('2026-03-10T02:00:00Z')
    await raiseObjection(as(people.coordinator, { now: early }), { proposalId }, { reason: '不属本局', proposedUnit: '市药监局' }) // prettier-ignore
    await withdrawProposal(as(people.coordinator), { proposalId }, letter)
    const after = await rows(proposalId)
    expect(after.requests.map((r) => r.state)).toEqual(['accepted'])
    expect(after.events.slice(-3).map((e) => e.kind)).toEqual(['reply_ended', 'objection_ended', 'withdraw'])
  })

  it('wants the delegate’s own letter', async () => {
    const proposalId = await registered(bureau)
    const without = withdrawProposal(
      as(bureau.people.coordinator),
      { proposalId },
      { ...letter, letter: ' ' },
    )
    await expect(without).rejects.toMatchObject({ constructor: Invalid, problems: [{ field: 'letter' }] })
    const tomorrow = { ...letter, letterOn: '2026-03-21' }
    await expect(
      withdrawProposal(as(bureau.people.coordinator), { proposalId }, tomorrow),
    ).rejects.toMatchObject({ problems: [{ field: 'letterOn' }] })
  })
})

describe('a joint proposal', () => {
  it('is withdrawn by all its signers or not at all; who is missing is said', async () => {
    const proposalId = await registered(bureau, {
      sponsorKind: 'joint',
      sponsors: ['段长风', '苗望岫', '祁观澜'],
    })
    const { coordinator } = bureau.people
    const signers = await asViewer(coordinator, (tx) =>
      tx.select().from(sponsor).where(eq(sponsor.proposalId, proposalId)).orderBy(sponsor.position),
    )
    const ids = signers.map((s) => s.delegateId)
    const two = withdrawProposal(
      as(coordinator),
      { proposalId },
      { ...letter, consentedIds: ids.slice(0, 2) },
    )
    await expect(two).rejects.toMatchObject({
      problems: [{ field: 'consentedIds', message: expect.stringContaining('还差祁观澜') }],
    })
    await withdrawProposal(as(coordinator), { proposalId }, { ...letter, consentedIds: ids })
    const consents = await asViewer(coordinator, (tx) =>
      tx.select().from(sponsorConsent).where(eq(sponsorConsent.proposalId, proposalId)),
    )
    expect(consents.map((c) => c.purpose)).toEqual(['withdrawal', 'withdrawal', 'withdrawal'])
    expect((await rows(proposalId)).proposal?.state).toBe('withdrawn')
  })

  it('keeps its number after a withdrawal; after 作废 it is free', async () => {
    const proposalId = await registered(bureau, { officialNo: '7001' })
    await withdrawProposal(as(bureau.people.coordinator), { proposalId }, letter)
    await expect(registered(bureau, { officialNo: '7001' })).rejects.toBeInstanceOf(Invalid)
    const other = await registered(bureau, { officialNo: '7002' })
    await voidProposal(as(bureau.people.registrar), { proposalId: other }, { reason: '重复登记' })
    await registered(bureau, { officialNo: '7002' })
  })
})

it('what is ended is written to the outbox with the withdrawal, or not at all', async () => {
  const proposalId = await registered(bureau)
  const topics = () =>
    asViewer(bureau.people.coordinator, (tx) =>
      tx.select().from(outbox).where(eq(outbox.proposalId, proposalId)),
    )
  const before = (await topics()).length
  await expect(
    withdrawProposal(as(bureau.people.coordinator), { proposalId }, { ...letter, letterOn: 'x' }),
  ).rejects.toBeInstanceOf(Invalid)
  expect((await topics()).length).toBe(before)
})
