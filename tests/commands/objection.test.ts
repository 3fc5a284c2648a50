import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { event } from '~/db/schema/log'
import { objection } from '~/db/schema/objection'
import { deadline, proposal, proposalAccess } from '~/db/schema/proposal'
import { reply } from '~/db/schema/reply'
import { moveToDivision } from '~/domain/allocation/reassign.server'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { saveDraft } from '~/domain/drafting/save-draft.server'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import { firstDifference, fold } from '~/domain/log/fold'
import { raiseObjection } from '~/domain/objection/raise-objection.server'
import {
  rejectObjection,
  upholdObjection,
  withdrawObjection,
} from '~/domain/objection/settle-objection.server'
import { Conflict, Invalid, Refused } from '~/domain/refusals'
import { issueLetter } from '~/domain/reply/issue-letter.server'
import {
  as,
  drafted,
  inHandling,
  openBureau,
  registered,
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

/** 交办 2026-03-02, ten working days: the window closes on 2026-03-16. */
const lastDay = new Date('2026-03-16T15:59:00Z')
const after = new Date('2026-03-16T16:01:00Z')
const why = { reason: '属医疗器械准入，不是本局职责', proposedUnit: '市药监局' }

const rows = (id: string) =>
  asViewer(bureau.people.coordinator, async (tx) => ({
    proposal: (await tx.select().from(proposal).where(eq(proposal.id, id)))[0],
    replies: await tx.select().from(reply).where(eq(reply.proposalId, id)),
    requests: await tx.select().from(request).where(eq(request.proposalId, id)),
    objections: await tx.select().from(objection).where(eq(objection.proposalId, id)),
    deadlines: await tx.select().from(deadline).where(eq(deadline.proposalId, id)),
    events: await tx.select().from(event).where(eq(event.proposalId, id)).orderBy(event.sequence),
    dueOn: (
      await tx
        .select()
        .from(proposalAccess)
        .where(and(eq(proposalAccess.proposalId, id), eq(proposalAccess.party, 'bureau')))
    )[0]?.dueOn,
  }))

async function inTriage(officialNo?: string) {
  const proposalId = await registered(bureau, officialNo ? { officialNo } : {})
  await submitForTriage(as(bureau.people.registrar), { proposalId })
  return { proposalId }
}

const raised = (item: { proposalId: string }, now = lastDay) =>
  raiseObjection(as(bureau.people.coordinator, { now }), item, why)

describe('an objection inside the window', () => {
  it('stands beside the state: nothing moves, no deadline, no version', async () => {
    const item = await inTriage()
    const before = await rows(item.proposalId)
    await raised(item)
    const now = await rows(item.proposalId)
    expect(now.proposal).toMatchObject({ state: 'triage', version: before.proposal?.version })
    expect(now.deadlines).toEqual(before.deadlines)
    expect(now.dueOn).toBe(before.dueOn)
    expect(now.objections).toMatchObject([
      { state: 'raised', isLate: false, windowEndsOn: '2026-03-16', ...why },
    ])
    expect(JSON.parse(now.objections[0]?.derivation ?? '')).toMatchObject({
      kind: 'return_window',
      due: '2026-03-16',
    })
  })

  it('upheld: handed on, open work ended with notice, and the number is free again', async () => {
    const { proposalId, replyId } = await drafted(bureau)
    const item = { proposalId }
    const { coordinator, handler } = bureau.people
    const financeId = bureau.unitIds['市财政局'] ?? ''
    await sendRequest(as(handler), item, {
      unitId: financeId,
      divisionId: null,
      question: '请提意见',
      dueOn: null,
    })
    await raised(item)
    const settled = { decisionDocument: '云府督改〔2026〕3号', answer: '同意改由市药监局办理' }
    await upholdObjection(as(coordinator), item, settled)
    const now = await rows(proposalId)
    expect(now.proposal?.state).toBe('transferred')
    expect(now.dueOn).toBe('9999-12-31')
    expect(now.objections).toMatchObject([{ state: 'upheld', ...settled }])
    expect(now.replies).toMatchObject([{ id: replyId, state: 'abandoned' }])
    expect(now.requests).toMatchObject([{ state: 'cancelled', reason: '已改由其他单位办理' }])
    const last = now.events.slice(-3)
    expect(last.map((e) => e.kind)).toEqual(['reply_ended', 'request_ended', 'uphold_objection'])
    expect(new Set(last.map((e) => e.body.correlation)).size).toBe(1)
    const said = fold(now.events.map((e) => e.body))
    expect(firstDifference({ ...now.proposal }, said.proposal)).toBeNull()
    expect(firstDifference({ ...now.replies[0] }, said.replies[replyId] ?? {})).toBeNull()
    const again = await registered(bureau, { officialNo: now.proposal?.officialNo ?? '' })
    expect((await rows(again)).proposal?.state).toBe('registered')
  })

  it('upheld wants the decision on paper', async () => {
    const item = await inTriage()
    await raised(item)
    const without = upholdObjection(as(bureau.people.coordinator), item, {
      decisionDocument: ' ',
      answer: '',
    })
    await expect(without).rejects.toMatchObject({
      constructor: Invalid,
      problems: [{ field: 'decisionDocument' }],
    })
  })

  it('rejected: handling goes on, and the answer is kept', async () => {
    const proposalId = await inHandling(bureau)
    await raised({ proposalId })
    await rejectObjection(as(bureau.people.coordinator), { proposalId }, { answer: '属你局职责，请继续办理' })
    const now = await rows(proposalId)
    expect(now.proposal?.state).toBe('handling')
    expect(now.objections).toMatchObject([{ state: 'rejected', answer: '属你局职责，请继续办理' }])
    await raised({ proposalId })
    await withdrawObjection(as(bureau.people.coordinator), { proposalId }, { reason: '重新核对，属本局职责' })
    expect((await rows(proposalId)).objections.map((o) => o.state).toSorted()).toEqual([
      'rejected',
      'withdrawn',
    ])
  })

  it('raised while drafting: the draft goes on, but no letter leaves until it is settled', async () => {
    const { proposalId, replyId } = await drafted(bureau)
    await raised({ proposalId })
    const { newest } = await replyOf(bureau.people.handler, proposalId)
    const draft = { doc: JSON.parse(newest.content), fields: newest.fields, outcome: newest.outcome, openness: newest.openness, opennessGround: '' } // prettier-ignore
    await saveDraft(as(bureau.people.handler), { proposalId, replyId }, { basedOn: newest.n, draft })
    const item = await signed(bureau)
    await raised(item)
    const issuing = () => issueLetter(as(bureau.people.seal_clerk), item, { isSealed: true })
    await expect(issuing()).rejects.toMatchObject({
      constructor: Refused,
      reasons: [{ code: 'NO_OPEN_OBJECTION' }],
    })
    await rejectObjection(as(bureau.people.coordinator), item, { answer: '不同意' })
    await issuing()
    expect((await rows(item.proposalId)).proposal?.state).toBe('replied')
  })

  it('is raised once at a time', async () => {
    const item = await inTriage()
    await raised(item)
    await expect(raised(item)).rejects.toMatchObject({ reasons: [{ code: 'NO_OPEN_OBJECTION' }] })
  })

  it('lets the clerk who comes second know what changed', async () => {
    const item = await inTriage()
    await raised(item)
    const command = as(bureau.people.coordinator)
    await withdrawObjection(command, item, { reason: '撤回' })
    const late = rejectObjection(as(bureau.people.coordinator), item, { answer: '不同意' })
    await expect(late).rejects.toBeInstanceOf(Refused)
    const stale = moveToDivision(
      as(bureau.people.coordinator),
      { ...item, expectedVersion: 1 },
      { divisionId: bureau.divisionIds['社发处'] ?? '', reason: '改' },
    )
    await expect(stale).rejects.toBeInstanceOf(Conflict)
  })
})

describe('an objection after the window', () => {
  it('needs the deputy, who raises it himself, and the record says so', async () => {
    const item = await inTriage()
    await expect(raised(item, after)).rejects.toMatchObject({
      constructor: Refused,
      reasons: [{ code: 'WINDOW_OPEN', whoCanResolve: '分管领导deputy' }],
    })
    await raiseObjection(as(bureau.people.deputy, { now: after }), item, why)
    const now = await rows(item.proposalId)
    expect(now.objections).toMatchObject([
      { state: 'raised', isLate: true, raisedBy: bureau.people.deputy.userId },
    ])
    expect(now.events.at(-1)?.body).toMatchObject({ kind: 'raise_objection', details: { isLate: true } })
  })
})

describe('the walls of an objection', () => {
  it('a unit that was asked sees none of it', async () => {
    const proposalId = await inHandling(bureau)
    await sendRequest(
      as(bureau.people.handler),
      { proposalId },
      { unitId: bureau.unitIds['市财政局'] ?? '', divisionId: null, question: '请提意见', dueOn: null },
    )
    await raised({ proposalId })
    const seen = (viewer: Bureau['people']['finance']) =>
      asViewer(viewer, (tx) => tx.select().from(objection).where(eq(objection.proposalId, proposalId)))
    expect(await seen(bureau.people.finance)).toEqual([])
    expect(await seen(bureau.people.other_head)).toEqual([])
    expect(await seen(bureau.people.supervisor)).toHaveLength(1)
  })
})
