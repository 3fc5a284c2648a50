import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { addDays, shanghaiDay } from '~/domain/deadlines/day'
import { formValues } from '~/domain/deadlines/profile-form'
import { profileOf } from '~/domain/deadlines/profiles'
import { Client } from '../support/client'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
let keeper: Client
let coordinator: Client
let unit: Client

const signedIn = (login: string) => new Client(house.address).signIn(login, demoPassword)

beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  keeper = await signedIn('xitong')
  coordinator = await signedIn('zonghe')
  unit = await signedIn('jiaowei')
}, 120_000)
afterAll(() => house.stop())

const key = () => randomUUID()
const copied = async (id: string) => {
  const made = await keeper.post('/admin/rules/CQ-NPC-2018/1/copy', { key: key(), id, name: '本局规则' })
  expect([made.status, made.headers.get('location')]).toEqual([303, `/admin/rules/${id}/1/edit`])
}
const values = { ...formValues(profileOf('CQ-NPC-2018', 1)), name: '本局规则' }

describe('the rules', () => {
  it('are read by the bureau: a profile in words, with its sources and what is not verified', async () => {
    const list = await coordinator.get('/rules')
    expect(list.status).toBe(200)
    expect(list.text).toContain('href="/rules/CQ-NPC-2018/1"')
    const page = await coordinator.get('/rules/CQ-NPC-2018/1')
    expect(page.status).toBe(200)
    expect(page.text).toContain('交办之日起 3 个月，涉及面广、处理难度大的 6 个月')
    expect(page.text).toContain('重庆市人民代表大会代表建议、批评和意见工作条例')
    expect(page.text).toContain('未核对')
    expect(page.text).not.toContain('/admin/rules')
  })

  it('of a proposal are one link away', async () => {
    const number = /href="\/proposals\/(\d{4}-\d{4})"/.exec((await coordinator.get('/proposals')).text)?.[1] ?? ''
    expect((await coordinator.get(`/proposals/${number}`)).text).toContain('href="/rules/CN-LAW-2025/1"')
  }) // prettier-ignore

  it.each(['/rules/NONE/1', '/rules/CN-LAW-2025/2', '/rules/CN-LAW-2025/x', '/rules/CN-LAW-2025/1e0'])(
    '%s is 404',
    async (path) => expect((await keeper.get(path)).status).toBe(404),
  )

  it('are no business of a co-handling unit', async () => {
    for (const path of ['/rules', '/rules/CN-LAW-2025/1', '/admin/rules'])
      expect((await unit.get(path)).status, path).toBe(404)
  })

  it.each([
    '/admin/rules',
    '/admin/rules/notice-days',
    '/admin/rules/CN-LAW-2025/1/copy',
    '/admin/rules/CN-LAW-2025/1/in-force',
    '/admin/rules/CN-LAW-2025/1/edit',
  ])('%s is 403 for the bureau’s others, and says who keeps them', async (path) => {
    const answer = await coordinator.get(path)
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('系统管理员')
    if (path !== '/admin/rules') expect((await coordinator.post(path, { key: key() })).status).toBe(403)
  })
})

describe('keeping the rules', () => {
  it('copies, edits, shows the difference and puts in force', async () => {
    await copied('OWN-A')
    expect((await keeper.get('/admin/rules/OWN-A/1/edit')).status).toBe(200)
    const saved = await keeper.post('/admin/rules/OWN-A/1/edit', { ...values, key: key(), 'contact.amount': '12' })
    expect(saved.headers.get('location')).toBe('/rules/OWN-A/2?done=saved')
    const { text } = await keeper.get('/rules/OWN-A/2')
    expect(text).toContain('<del>收到之日起 20 工作日</del>')
    expect(text).toContain('<ins>收到之日起 12 工作日</ins>')
    const put = { key: key(), tracks: 'npc', from: '2026-01-01' }
    expect((await keeper.post('/admin/rules/OWN-A/2/in-force', put)).status).toBe(303)
    expect((await coordinator.get('/rules')).text).toContain('href="/rules/OWN-A/2">本局规则')
    expect((await keeper.get('/admin/rules/OWN-A/1/edit')).text).toContain('href="/admin/rules/OWN-A/2/edit"')
  }) // prettier-ignore

  it('names every field that cannot be read, and keeps what was typed', async () => {
    await copied('OWN-B')
    const answer = await keeper.post('/admin/rules/OWN-B/1/edit', {
      ...values, key: key(), 'contact.amount': '很多', priorityChain: '看门', 'wording.title.npc': '{谁}的复函',
    }) // prettier-ignore
    expect(answer.status).toBe(400)
    for (const field of ['contact-amount', 'priorityChain', 'wording-title-npc'])
      expect(answer.text, field).toContain(`href="#f-${field}"`)
    for (const typed of ['value="很多"', '看门</textarea>', 'value="{谁}的复函"'])
      expect(answer.text).toContain(typed)
  })

  it('is 409 when somebody wrote the next version meanwhile', async () => {
    await copied('OWN-C')
    const save = (amount: string) =>
      keeper.post('/admin/rules/OWN-C/1/edit', { ...values, key: key(), 'contact.amount': amount })
    expect((await save('11')).status).toBe(303)
    const late = await save('12')
    expect(late.status).toBe(409)
    expect(late.text).toContain('第 2 版')
    expect(late.text).toContain('value="12"')
  })

  it('does not edit a shipped version', async () => {
    expect((await keeper.get('/admin/rules/CN-LAW-2025/1/edit')).status).toBe(404)
    expect((await keeper.post('/admin/rules/CN-LAW-2025/1/edit', { ...values, key: key() })).status).toBe(404)
  })

  it.each([
    ['/admin/rules/CQ-NPC-2018/1/copy', { id: '带 空格', name: '' }, ['id', 'name']],
    ['/admin/rules/CQ-NPC-2018/1/copy', { id: 'CN-LAW-2025', name: '占用' }, ['id']],
    ['/admin/rules/CQ-NPC-2018/1/in-force', { from: '2026-02-30' }, ['tracks', 'from']],
    ['/admin/rules/CQ-NPC-2018/1/in-force', { tracks: 'cppcc', from: '2026-03-01' }, ['tracks']],
    ['/admin/rules/notice-days', { meetingId: '', kind: 'x', dueOn: '五月', source: '' }, ['meetingId', 'kind', 'dueOn', 'source']],
  ])('%s with %o is 400 at its fields', async (path, given, fields) => {
    const answer = await keeper.post(path, { key: key(), ...(given as unknown as Record<string, string>) })
    expect(answer.status).toBe(400)
    for (const field of fields) expect(answer.text, field).toContain(`href="#f-${field}"`)
  }) // prettier-ignore

  it('enters the day a meeting’s notice fixes; a registration shows which won', async () => {
    const page = await keeper.get('/admin/rules/notice-days')
    const meetingId = /<option value="([\da-f-]{36})">[^<]*政协/.exec(page.text)?.[1] ?? ''
    const today = shanghaiDay(new Date())
    const entry = {
      key: key(),
      meetingId,
      kind: 'reply',
      dueOn: addDays(today, 20),
      source: '云府办函〔2026〕3号',
    }
    expect((await keeper.post('/admin/rules/notice-days', entry)).status).toBe(303)
    expect((await keeper.get('/admin/rules/notice-days')).text).toContain('云府办函〔2026〕3号')
    const registrar = await signedIn('dengji')
    const { text } = await registrar.post('/proposals/new', {
      key: key(), track: 'cppcc', meetingId, sessionKind: 'plenary', sponsorKind: 'individual', assignedOn: today,
      receivedOn: today,
    }) // prettier-ignore
    expect(text).toMatch(/云府办函〔2026〕3号定于 [\d-]+，不晚于规则所算，以通知为准/)
  })
})
