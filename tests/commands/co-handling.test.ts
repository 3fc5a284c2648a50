import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer, type Tx } from '~/db/client.server'
import { coordination, opinion, request } from '~/db/schema/co-handling'
import { keptFile } from '~/db/schema/files'
import { event } from '~/db/schema/log'
import { proposal } from '~/db/schema/proposal'
import { letter } from '~/db/schema/reply'
import { submitForClearance } from '~/domain/clearance/submit-for-clearance.server'
import { signReply } from '~/domain/clearance/sign-reply.server'
import { answerRequest, recordPaperOpinion } from '~/domain/co-handling/answer-request.server'
import { coordinateDispute } from '~/domain/co-handling/coordinate-dispute.server'
import { declineRequest } from '~/domain/co-handling/decline-request.server'
import { resendRequest, sendRequest, sendRequests } from '~/domain/co-handling/send-request.server'
import {
  acceptOpinion, cancelRequest, disputeOpinion, extendRequest, returnOpinion, waiveRequest,
} from '~/domain/co-handling/settle-request.server' // prettier-ignore
import { basisWords } from '~/domain/deadlines/basis-words'
import { putInForce } from '~/domain/deadlines/put-in-force.server'
import { pauseClock } from '~/domain/deadlines/pause-clock.server'
import { sha256 } from '~/domain/log/hashes.server'
import { sentenceOf } from '~/domain/log/sentences'
import { addUser } from '~/domain/people/add-user.server'
import { openMeeting } from '~/domain/people/open-meeting.server'
import { deliverOutbox } from '~/domain/notices/deliver-outbox.server'
import { readInbox } from '~/domain/notices/read-inbox.server'
import type { Viewer } from '~/domain/people/viewer'
import { logContact } from '~/domain/proposal/log-contact.server'
import { Conflict, Invalid } from '~/domain/refusals'
import { issueLetter } from '~/domain/reply/issue-letter.server'
import {
  approveAll,
  as,
  businessNow,
  drafted,
  inHandling,
  openBureau,
  realNow,
  replyOf,
  type Bureau,
} from '../support/story'
import { useFileStore } from '../support/file-store'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
useFileStore()
let bureau: Bureau
let people: Bureau['people']
beforeAll(async () => {
  bureau = await openBureau()
  people = bureau.people
})

const words = { isNoObjection: false, text: '同意。', docNo: '', contactName: '卢亦舟', contactPhone: '' }
const asked = (name: string, over: { question?: string; dueOn?: string | null } = {}) => ({
  unitId: bureau.unitIds[name] ?? '', divisionId: null, question: `请${name}会办`, dueOn: null, ...over,
}) // prettier-ignore
async function ask(proposalId: string, name: string, dueOn: string | null = null) {
  const { requestId } = await sendRequest(as(people.handler), { proposalId }, asked(name, { dueOn }))
  return { proposalId, requestId }
}
const read = <R>(fn: (tx: Tx) => Promise<R>) => asViewer(people.coordinator, fn)
const requestOf = (id: string) =>
  read(async (tx) => (await tx.select().from(request).where(eq(request.id, id)))[0])
const opinionsOf = (id: string) =>
  read((tx) => tx.select().from(opinion).where(eq(opinion.requestId, id)).orderBy(opinion.givenAt))
const eventsOf = (id: string) =>
  read((tx) => tx.select().from(event).where(eq(event.proposalId, id)).orderBy(event.sequence))
const linesOf = async (viewer: Viewer, registerNo = '') => {
  await deliverOutbox(bureau.bureauId, businessNow, { sendsMail: false, origin: null })
  const { notices } = await readInbox(viewer, { unreadOnly: false, after: null })
  const lines = notices.map((n) => n.line)
  return lines.filter((line) => line.startsWith(registerNo)).join('\n')
}
const today = '2026-03-20'

describe('a request', () => {
  it('is declined with a reason only', async () => {
    const one = await ask(await inHandling(bureau), '市财政局')
    await expect(declineRequest(as(people.finance), one, { reason: ' ' })).rejects.toBeInstanceOf(Invalid)
    await declineRequest(as(people.finance), one, { reason: '不属我局职责' })
    expect(await requestOf(one.requestId)).toMatchObject({ state: 'declined', reason: '不属我局职责' })
  })

  it('that the last one declines raises a finding, told to the office', async () => {
    const proposalId = await inHandling(bureau)
    const [row] = await read((tx) => tx.select().from(proposal).where(eq(proposal.id, proposalId)))
    const number = row?.registerNo ?? ''
    const first = await ask(proposalId, '市财政局')
    const second = await ask(proposalId, '市教委')
    await declineRequest(as(people.finance), first, { reason: '不属我局职责' })
    expect(await linesOf(people.coordinator, number)).not.toContain('请过的会办单位都不予会办')
    await declineRequest(as(people.education), second, { reason: '不属我委职责' })
    expect(await linesOf(people.coordinator, number)).toContain('请过的会办单位都不予会办')
  })

  it('that was declined is sent again to the same unit, with a new question and day', async () => {
    const one = await ask(await inHandling(bureau), '市财政局')
    await declineRequest(as(people.finance), one, { reason: '不属我局职责' })
    await expect(ask(one.proposalId, '市财政局')).rejects.toBeInstanceOf(Invalid)
    const again = { question: '三定规定第四条属贵局，请重新研究', dueOn: '2026-04-01' }
    await resendRequest(as(people.handler), one, again)
    expect(await requestOf(one.requestId)).toMatchObject({ state: 'sent', reason: null, ...again })
    await answerRequest(as(people.finance), one, words)
    expect(await requestOf(one.requestId)).toMatchObject({ state: 'answered' })
  })

  it('that was cancelled tells the unit why, and the unit can be asked anew', async () => {
    const one = await ask(await inHandling(bureau), '市财政局')
    await cancelRequest(as(people.handler), one, { reason: '诉求已由市教委答复' })
    expect(await linesOf(people.finance)).toContain('会办已取消')
    const seen = await asViewer(people.finance, (tx) =>
      tx.select().from(request).where(eq(request.id, one.requestId)),
    )
    expect(seen).toMatchObject([{ state: 'cancelled', reason: '诉求已由市教委答复' }])
    await ask(one.proposalId, '市财政局')
  })

  it('is given more days with a reason, and keeps what it was due before', async () => {
    const one = await ask(await inHandling(bureau), '市财政局', '2026-03-30')
    const earlier = extendRequest(as(people.handler), one, { dueOn: '2026-03-30', reason: '等预算' })
    await expect(earlier).rejects.toMatchObject({ problems: [{ field: 'dueOn' }] })
    await expect(
      extendRequest(as(people.handler), one, { dueOn: '2026-04-10', reason: '' }),
    ).rejects.toBeInstanceOf(Invalid)
    await extendRequest(as(people.handler), one, { dueOn: '2026-04-10', reason: '等预算' })
    const row = await requestOf(one.requestId)
    expect(row?.dueOn).toBe('2026-04-10')
    expect(JSON.parse(row?.derivation ?? '')).toEqual({
      setByHand: '2026-04-10',
      before: '2026-03-30',
      reason: '等预算',
    })
  })

  it('keeps its day when the proposal is paused', async () => {
    const one = await ask(await inHandling(bureau), '市财政局')
    const before = await requestOf(one.requestId)
    await pauseClock(as(people.coordinator), one, { pausedOn: today, reason: '等省里文件' })
    const after = await requestOf(one.requestId)
    expect([after?.dueOn, after?.derivation, after?.state]).toEqual([
      before?.dueOn,
      before?.derivation,
      'sent',
    ])
  })
})

/** Registered under 重庆's rules, which know when a returned opinion is due again. */
async function underChongqing(): Promise<string> {
  const memberships = [{ role: 'system_admin' as const, divisionId: null, unitId: null }]
  const login = `keeper-${randomUUID()}`
  const account = { login, name: 'keeper', title: '', phone: '', passwordHash: 'x', memberships }
  const userId = await addUser(bureau.founder, account, { now: businessNow, realNow })
  const keeper = { ...people.coordinator, userId, memberships }
  await putInForce(as(keeper), { id: 'CQ-NPC-2018', version: 1 }, { tracks: ['npc'], from: '2026-01-01' })
  const opened = { track: 'npc' as const, region: '市', term: 6, session: 3, openedOn: '2026-01-12' }
  const meetingId = await openMeeting(bureau.founder, opened)
  return await inHandling(bureau, { track: 'npc', meetingId })
}

describe('an opinion', () => {
  it('that says nothing is returned and redone in the place’s own days, as a new row', async () => {
    const one = await ask(await underChongqing(), '市财政局')
    await answerRequest(as(people.finance), one, { ...words, text: '无' })
    await returnOpinion(as(people.handler), one, { reason: '没有实质内容，请写明资金安排' })
    const returned = await requestOf(one.requestId)
    // 2026-03-20 is a Friday: five working days are the next Friday.
    expect([returned?.state, returned?.dueOn]).toEqual(['returned', '2026-03-27'])
    expect(basisWords(returned?.derivation ?? '')).toMatch(
      /^退回会办意见 3-20 → \+5 工作日 = 03-27.*依据：《重庆市/,
    )
    await answerRequest(as(people.finance), one, { ...words, text: '拟安排 200 万元。' })
    expect((await opinionsOf(one.requestId)).map((o) => o.text)).toEqual(['无', '拟安排 200 万元。'])
    await acceptOpinion(as(people.handler), one)
  })

  it('returned where no rule says until when keeps its day, or needs one when that has passed', async () => {
    const one = await ask(await inHandling(bureau), '市财政局', '2026-03-20')
    await answerRequest(as(people.finance), one, words)
    await returnOpinion(as(people.handler), one, { reason: '请写明金额' })
    expect((await requestOf(one.requestId))?.dueOn).toBe('2026-03-20')
    await answerRequest(as(people.finance), one, words)
    const later = { now: new Date('2026-03-25T02:00:00Z') }
    const silent = returnOpinion(as(people.handler, later), one, { reason: '请写明金额' })
    await expect(silent).rejects.toMatchObject({ problems: [{ field: 'dueOn' }] })
    await returnOpinion(as(people.handler, later), one, { reason: '请写明金额', dueOn: '2026-04-02' })
    expect((await requestOf(one.requestId))?.dueOn).toBe('2026-04-02')
  })

  it('in dispute blocks clearance until a coordination is on record', async () => {
    const reply = await drafted(bureau)
    const one = await ask(reply.proposalId, '市财政局')
    await answerRequest(as(people.finance), one, { ...words, text: '不同意列入预算。' })
    await disputeOpinion(as(people.handler), one, { reason: '与市政府常务会议决定不一致' })
    const submitting = () => submitForClearance(as(people.handler), reply)
    await expect(submitting()).rejects.toMatchObject({ reasons: [{ code: 'DISPUTES_RESOLVED' }] })
    const meeting = { heldOn: '2026-03-19', people: '市政府办公厅主持，两家参加', conclusion: '各自再研究' }
    await expect(
      coordinateDispute(as(people.coordinator), one, { ...meeting, conclusion: '', isAgreed: true }),
    ).rejects.toMatchObject({ problems: [{ field: 'conclusion' }] })
    await coordinateDispute(as(people.coordinator), one, { ...meeting, isAgreed: false })
    await expect(submitting()).rejects.toMatchObject({ reasons: [{ code: 'DISPUTES_RESOLVED' }] })
    const agreed = { ...meeting, conclusion: '分两年安排', isAgreed: true }
    await coordinateDispute(as(people.coordinator), one, agreed)
    const records = await read((tx) =>
      tx.select().from(coordination).where(eq(coordination.requestId, one.requestId)),
    )
    expect(records.filter((r) => r.isAgreed).map((r) => r.conclusion)).toEqual([agreed.conclusion])
    expect(records).toHaveLength(2)
    await submitting()
    const { row } = await replyOf(people.handler, reply.proposalId)
    expect(row.state).toBe('clearance')
  })

  it('on paper is entered with its number and day, and marked so', async () => {
    const one = await ask(await inHandling(bureau), '市财政局')
    const bytes = Buffer.from('a scan')
    const scan = { name: '复函.png', kind: 'png' as const, bytes, size: bytes.length, sha256: sha256(bytes) }
    const paper = { ...words, docNo: '云财函〔2026〕9号', receivedOn: '2026-03-18' }
    await expect(
      recordPaperOpinion(as(people.registrar), one, { ...paper, receivedOn: '2026-03-21' }, scan),
    ).rejects.toMatchObject({ problems: [{ field: 'receivedOn' }] })
    await recordPaperOpinion(as(people.registrar), one, paper, scan)
    expect(await opinionsOf(one.requestId)).toMatchObject([
      { givenVia: 'paper', givenBy: people.registrar.userId, receivedOn: '2026-03-18', docNo: paper.docNo },
    ])
    const [given] = await opinionsOf(one.requestId)
    const files = await asViewer(people.finance, (tx) => tx.select().from(keptFile))
    expect(files).toMatchObject([{ id: given?.scanId, requestId: one.requestId }])
    expect(await asViewer(people.education, (tx) => tx.select().from(keptFile))).toEqual([])
    const said = (await eventsOf(one.proposalId)).map((e) => sentenceOf(e.body))
    expect(said).toContain('代录市财政局的纸质会办意见')
  })

  it('after signing is filed: recorded, and nothing of the letter changes, for nobody a conflict', async () => {
    const reply = await drafted(bureau)
    const waived = await ask(reply.proposalId, '市财政局')
    await waiveRequest(as(people.coordinator), waived, { reason: '逾期未复，不再等' })
    await submitForClearance(as(people.handler), reply)
    const open = await ask(reply.proposalId, '市教委')
    await approveAll(bureau, reply)
    const hash = (await replyOf(people.handler, reply.proposalId)).row.frozenHash ?? ''
    await signReply(as(people.director), reply, { hash })
    await issueLetter(as(people.seal_clerk), reply, { isSealed: true })
    const letters = () =>
      read((tx) => tx.select().from(letter).where(eq(letter.proposalId, reply.proposalId)))
    const before = await letters()
    const version = async () => (await eventsOf(reply.proposalId)).at(-1)?.body.version
    const known = await version()
    await answerRequest(as(people.finance), waived, { ...words, shownState: 'waived' })
    await answerRequest(as(people.education), open, { ...words, shownState: 'sent' })
    for (const { requestId } of [waived, open]) {
      expect(await requestOf(requestId)).toMatchObject({ state: 'filed' })
      expect(await opinionsOf(requestId)).toMatchObject([{ isLate: true }])
    }
    expect(await letters()).toEqual(before)
    expect(await version()).toBe(known)
    const said = (await eventsOf(reply.proposalId)).map((e) => sentenceOf(e.body))
    expect(said).toContain('市教委提交会办意见，不再等用，存卷')
  })
})

describe('opinions that come while a form is open', () => {
  it('five of them and a contact make submitting it no conflict', async () => {
    const reply = await drafted(bureau)
    const names = ['市财政局', '市教委'] as const
    const requests = await sendRequests(as(people.handler), reply, [
      ...names.map((name) => asked(name)),
      { ...asked(''), unitId: null, divisionId: bureau.divisionIds['社发处'] ?? '' },
    ])
    const shown = { ...reply, expectedVersion: (await eventsOf(reply.proposalId)).at(-1)?.body.version ?? 0 }
    const [finance = '', education = '', division = ''] = requests.map((r) => r.requestId)
    const givers = [
      [people.finance, finance],
      [people.education, education],
      [people.other_head, division],
    ] as const
    for (const [giver, requestId] of givers) await answerRequest(as(giver), { ...reply, requestId }, words)
    for (const requestId of [finance, education]) {
      await returnOpinion(as(people.handler), { ...reply, requestId }, { reason: '请写明金额' })
      await answerRequest(
        as(requestId === finance ? people.finance : people.education),
        { ...reply, requestId },
        words,
      )
    }
    await logContact(as(people.handler), reply, {
      heldOn: today, channel: 'phone', phase: 'during', people: '段长风', summary: '认可',
    }) // prettier-ignore
    for (const { requestId } of requests) await acceptOpinion(as(people.handler), { ...reply, requestId })
    await submitForClearance(as(people.handler), shown)
    expect((await replyOf(people.handler, reply.proposalId)).row.state).toBe('clearance')
  })

  it('corrected and sent with the same key, an opinion is a conflict that shows the first result', async () => {
    const one = await ask(await inHandling(bureau), '市财政局')
    const command = as(people.finance)
    const first = await answerRequest(command, one, words)
    expect(await answerRequest(command, one, words)).toEqual(first)
    const corrected = answerRequest(command, one, { ...words, text: '同意，改：不同意。' })
    await expect(corrected).rejects.toMatchObject({ constructor: Conflict, firstResult: first })
    expect(await opinionsOf(one.requestId)).toHaveLength(1)
  })

  it('asked of several units, a corrected form is a conflict and asks nobody anew', async () => {
    const proposalId = await inHandling(bureau)
    const command = as(people.handler)
    const both = [asked('市财政局'), asked('市教委')]
    const sent = await sendRequests(command, { proposalId }, both)
    expect(await sendRequests(command, { proposalId }, both)).toEqual(sent)
    const corrected = [asked('市教委', { question: '改问经费' })]
    await expect(sendRequests(command, { proposalId }, corrected)).rejects.toBeInstanceOf(Conflict)
  })

  it('several units are asked together or not at all', async () => {
    const proposalId = await inHandling(bureau)
    const wrong = [asked('市财政局'), asked('市教委', { dueOn: '2026-03-01' })]
    await expect(sendRequests(as(people.handler), { proposalId }, wrong)).rejects.toBeInstanceOf(Invalid)
    const kinds = (await eventsOf(proposalId)).map((e) => e.kind)
    expect(kinds).not.toContain('send_request')
  })
})
