import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '~/db/client.server'
import { acceptInDivision } from '~/domain/allocation/accept-in-division.server'
import { allocate } from '~/domain/allocation/allocate.server'
import { answerRequest } from '~/domain/co-handling/answer-request.server'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { cancelRequest, returnOpinion } from '~/domain/co-handling/settle-request.server'
import { registerProposal } from '~/domain/intake/register-proposal.server'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import type { Viewer } from '~/domain/people/viewer'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf } from '../support/client'
import { demoViewer, onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'
import { as } from '../support/story'

let house: RunningHouse
let handler: Viewer
let registrar: Viewer
let coordinator: Viewer
let head: Viewer
let renshe: Viewer
let clerk: Client

beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  openDatabase(house.ownerUrl)
  handler = await demoViewer(house.superuserUrl, 'chengban')
  registrar = await demoViewer(house.superuserUrl, 'dengji')
  coordinator = await demoViewer(house.superuserUrl, 'zonghe')
  head = await demoViewer(house.superuserUrl, 'chuzhang')
  renshe = await demoViewer(house.superuserUrl, 'renshe')
  clerk = await new Client(house.address).signIn('chengban', demoPassword)
}, 120_000)
afterAll(async () => {
  await closeDatabase()
  await house.stop()
})

const today = (viewer: Viewer) => as(viewer, { now: new Date(), realNow: new Date() })
const one = <R>(statement: string) =>
  onHouse(house.superuserUrl, async (sql) => (await sql.unsafe(statement))[0] as R)

/** A request to 市人力社保局 on one more proposal, and where its pages are. */
async function asked() {
  const meeting = await one<{ id: string }>(`select id from meeting where track = 'cppcc'`)
  const { proposalId, registerNo } = await registerProposal(today(registrar), {
    track: 'cppcc', meetingId: meeting.id, sessionKind: 'plenary', officialNo: randomUUID().slice(0, 12), subject: '关于人才公寓的提案',
    text: '建议配套人才公寓。', sponsorKind: 'individual', sponsors: ['段长风'], assigningUnitId: null, receivedOn: '2026-11-02',
    assignedOn: '2026-11-02', isWide: false, priority: 'normal',
  }) // prettier-ignore
  await submitForTriage(today(registrar), { proposalId })
  const divisionId = head.memberships[0]?.divisionId ?? ''
  await allocate(today(coordinator), { proposalId }, { divisionId, handlingRole: 'lead', leadUnitId: null })
  await acceptInDivision(today(head), { proposalId }, { handlerId: handler.userId ?? '' })
  const unit = await one<{ id: string }>(`select id from unit where short_name = '市人力社保局'`)
  const question = { unitId: unit.id, divisionId: null, question: '请说明编制安排', dueOn: null }
  const { requestId } = await sendRequest(today(handler), { proposalId }, question)
  return {
    proposalId,
    requestId,
    acts: `/proposals/${registerNo}/requests/${requestId}`,
    page: `/proposals/${registerNo}`,
  }
}

/** The handler makes a link on the page; its address is on the sheet, this once. */
async function linkFor({ acts }: { acts: string }, person = '白清和') {
  const form = (await clerk.get(`${acts}/link`)).text
  const fields = { key: fieldOf(form, 'key'), token: fieldOf(form, 'token'), act: 'make', person }
  const sheet = await clerk.post(`${acts}/link`, fields)
  expect(sheet.status).toBe(200)
  const path = new RegExp(`/o/${fields.token}`).exec(sheet.text)?.[0] ?? ''
  expect(path).not.toBe('')
  return { path, sheet: sheet.text, fields }
}

const anyone = () => new Client(house.address)
const answer = { act: 'answer', text: '拟增加编制三名。', docNo: '', contactName: '白清和', contactPhone: '' }
const keyOf = (html: string, act: string) =>
  /name="key" value="([^"]+)"/.exec(
    html.split(`name="act" value="${act}"`)[0]?.split('<form').at(-1) ?? '',
  )?.[1] ?? ''
const stateOf = async (requestId: string) =>
  (await one<{ state: string }>(`select state from request where id = '${requestId}'`)).state

describe('a link without an account', () => {
  it('shows the request, the proposal and its asks, no script, and nothing of others', async () => {
    const work = await asked()
    const { path, sheet } = await linkFor(work)
    expect(sheet).toContain('征求会办意见函')
    expect(sheet).toContain('data:image/svg+xml')
    const page = await anyone().get(path)
    expect(page.status).toBe(200)
    for (const text of ['请说明编制安排', '建议配套人才公寓', '关于人才公寓的提案', '段长风'])
      expect(page.text).toContain(text)
    expect(page.text).not.toMatch(/<script/)
    expect(page.text).toContain('noindex')
    expect(page.headers.get('referrer-policy')).toMatch(/no-referrer|same-origin/)
    expect(page.headers.get('cache-control')).toContain('no-store')
    for (let i = 0; i < 3; i++) await anyone().get(path)
    expect(await stateOf(work.requestId)).toBe('sent')
  })

  it('is signed for under a name, which the second opener sees', async () => {
    const work = await asked()
    const { path } = await linkFor(work)
    const first = await anyone().get(path)
    const nameless = await anyone().post(path, { act: 'acknowledge', key: randomUUID(), contactName: ' ' })
    expect(nameless.status).toBe(400)
    const taken = await anyone().post(path, {
      act: 'acknowledge',
      key: keyOf(first.text, 'acknowledge'),
      shownState: 'sent',
      contactName: '白清和',
    })
    expect(taken.status).toBe(303)
    expect(await stateOf(work.requestId)).toBe('acknowledged')
    const second = await anyone().get(path)
    expect(second.text).toMatch(/已由[^签]*白清和[^签]*签收/)
  })

  it('answers once though pressed twice; a corrected form is told of the first and keeps the correction', async () => {
    const work = await asked()
    const { path } = await linkFor(work)
    const key = keyOf((await anyone().get(path)).text, 'answer')
    const form = { ...answer, key, shownState: 'sent' }
    const [once, twice] = await Promise.all([anyone().post(path, form), anyone().post(path, form)])
    expect([once.status, twice.status]).toEqual([303, 303])
    const used = await anyone().get(path)
    expect(used.status).toBe(200)
    expect(used.text).toContain('会办意见已经提交')
    expect(used.text).toContain(answer.text)
    expect(used.text).not.toContain('建议配套人才公寓')
    expect(used.text).not.toContain('<form')
    const corrected = await anyone().post(path, { ...form, text: '改为增加两名。' })
    expect(corrected.status).toBe(409)
    expect(corrected.text).toContain('改为增加两名')
    expect(corrected.text).toContain(answer.text)
    const opinions = await one<{ n: string }>(
      `select count(*) as n from opinion where request_id = '${work.requestId}'`,
    )
    expect(Number(opinions.n)).toBe(1)
  })

  it('declines with a reason and a name', async () => {
    const work = await asked()
    const { path } = await linkFor(work)
    const form = { act: 'decline', key: randomUUID(), shownState: 'sent', contactName: '白清和', reason: '' }
    expect((await anyone().post(path, form)).status).toBe(400)
    expect((await anyone().post(path, { ...form, reason: '不属我局职责' })).status).toBe(303)
    expect(await stateOf(work.requestId)).toBe('declined')
    const page = await clerk.get(`${work.page}/co-handling`)
    expect(page.text).toContain('不属我局职责')
    expect(page.text).toContain('请过的会办单位都不予会办')
  })

  it('says plainly when it ended, and whom to call: void, expired, used, cancelled, unknown', async () => {
    const call = (html: string) => expect(html).toContain(handler.name)
    const voided = await asked()
    const first = await linkFor(voided)
    const next = await linkFor(voided, '另一位')
    const gone = await anyone().get(first.path)
    expect([gone.status, gone.text.includes('已被收回')]).toEqual([410, true])
    call(gone.text)
    const form = (await clerk.get(`${voided.acts}/link`)).text
    const taking = await clerk.post(`${voided.acts}/link`, { key: keyOf(form, 'void'), act: 'void' })
    expect(taking.status).toBe(303)
    expect((await anyone().get(next.path)).status).toBe(410)
    const late = await anyone().post(next.path, { ...answer, key: randomUUID() })
    expect(late.status).toBe(403)
    expect(late.text).toContain(answer.text)

    const expired = await asked()
    const old = await linkFor(expired)
    await one(
      `update opinion_link set expires_at = now() - interval '1 minute' where request_id = '${expired.requestId}'`,
    )
    const over = await anyone().get(old.path)
    expect([over.status, over.text.includes('已过有效期')]).toEqual([410, true])
    call(over.text)

    const cancelled = await asked()
    const dead = await linkFor(cancelled)
    await cancelRequest(today(handler), cancelled, { reason: '诉求已撤' })
    const ended = await anyone().get(dead.path)
    expect([ended.status, ended.text.includes('会办已取消')]).toEqual([410, true])
    expect(ended.text).toContain('诉求已撤')
    expect(ended.text).not.toContain('建议配套人才公寓')
    call(ended.text)

    const unknown = await anyone().get(`/o/${'x'.repeat(32)}`)
    expect([unknown.status, unknown.text.includes('链接打不开')]).toEqual([404, true])
  })

  it('loses to the account that answered meanwhile, keeps what was typed and says so', async () => {
    const work = await asked()
    const { path } = await linkFor(work)
    const key = keyOf((await anyone().get(path)).text, 'answer')
    await answerRequest(today(renshe), work, {
      isNoObjection: true,
      text: '',
      docNo: '',
      contactName: '',
      contactPhone: '',
    })
    const lost = await anyone().post(path, { ...answer, key, shownState: 'sent' })
    expect(lost.status).toBe(409)
    expect(lost.text).toContain('已经有人办了这一步')
    expect(lost.text).toContain(answer.text)
  })

  it('after a return needs a new link, and the redone opinion is a new one', async () => {
    const work = await asked()
    const first = await linkFor(work)
    await anyone().post(first.path, { ...answer, key: randomUUID(), shownState: 'sent' })
    await returnOpinion(today(handler), work, { reason: '请写明时间' })
    const again = await anyone().post(first.path, { ...answer, key: randomUUID(), shownState: 'returned' })
    expect(again.status).toBe(403)
    const next = await linkFor(work)
    expect((await anyone().get(next.path)).text).toContain('请写明时间')
    const redone = { ...answer, key: randomUUID(), shownState: 'returned', text: '2027 年底前增加三名。' }
    expect((await anyone().post(next.path, redone)).status).toBe(303)
    const page = (await clerk.get(`${work.page}/co-handling`)).text
    expect(page).toContain(answer.text)
    expect(page).toContain(redone.text)
    expect(page).toContain('链接提交')
  })

  it('is made once though pressed twice, and not by who has nothing to do with it', async () => {
    const work = await asked()
    const { fields } = await linkFor(work)
    const twice = await clerk.post(`${work.acts}/link`, fields)
    expect(twice.status).toBe(200)
    const made = await one<{ n: string }>(
      `select count(*) as n from opinion_link where request_id = '${work.requestId}'`,
    )
    expect(Number(made.n)).toBe(1)
    for (const login of ['renshe', 'shefa', 'xitong']) {
      const stranger = await new Client(house.address).signIn(login, demoPassword)
      expect((await stranger.get(`${work.acts}/link`)).status, login).toBe(404)
    }
  })

  it('is not guessed: after twenty unknown tokens an address waits', async () => {
    const guesses = []
    for (let i = 0; i < 21; i++) guesses.push((await anyone().get(`/o/${randomUUID()}`)).status)
    expect(guesses.slice(0, 5)).toEqual([404, 404, 404, 404, 404])
    const last = await anyone().get(`/o/${randomUUID()}`)
    expect(last.status).toBe(429)
    expect(last.text).toContain('请过一刻钟再试')
  })
})
