import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'
import { documentText } from '../support/read-docx'

let house: RunningHouse
let number = ''
beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  const [, found = ''] = /href="\/proposals\/(\d{4}-\d{4})"/.exec((await (await signedIn('chengban')).get('/proposals?q=0217')).text) ?? [] // prettier-ignore
  number = found
  for (let tries = 0; tries < 100 && (await unsent()) > 0; tries++) await wait(200)
}, 120_000)
afterAll(() => house.stop())

const signedIn = (login: string) => new Client(house.address).signIn(login, demoPassword)
const unsent = () =>
  onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql<{ n: number }[]>`select count(*)::integer as n from outbox where sent_at is null`
    return row?.n ?? 0
  })

describe('收件', () => {
  it('shows what concerns me, with how many are new on every page; opening one leads to the thing', async () => {
    const client = await signedIn('chengban')
    const page = await client.get('/inbox')
    expect(page.status).toBe(200)
    const [, n] = /(\d+) 条未读/.exec(page.text) ?? []
    expect(Number(n)).toBeGreaterThan(5)
    expect((await client.get('/desk')).text).toContain(`<span class="n n-late">${n}</span>`)
    const [, id = ''] = /action="\/inbox\/([\da-f-]{36})"/.exec(page.text) ?? []
    const opened = await client.post(`/inbox/${id}`, { key: randomUUID() })
    expect(opened.status).toBe(303)
    expect((await client.get(opened.headers.get('location') ?? '')).status).toBe(200)
    expect((await client.get('/inbox')).text).toContain(`${Number(n) - 1} 条未读`)
  })

  it('reads nothing by GET, and nothing of another’s', async () => {
    const page = await (await signedIn('zonghe')).get('/inbox')
    const [, id = ''] = /action="\/inbox\/([\da-f-]{36})"/.exec(page.text) ?? []
    const other = await signedIn('chengban')
    expect((await other.post(`/inbox/${id}`, { key: randomUUID() })).status).toBe(404)
    expect((await other.post('/inbox/nonsense', { key: randomUUID() })).status).toBe(404)
    await (await signedIn('zonghe')).get(`/inbox/${id}`)
    const [, before] = /(\d+) 条未读/.exec(page.text) ?? []
    expect((await (await signedIn('zonghe')).get('/inbox')).text).toContain(`${before} 条未读`)
  })

  it('marks all read that were shown', async () => {
    const client = await signedIn('zonghe')
    const page = await client.get('/inbox')
    const answer = await client.post('/inbox', { key: randomUUID(), shownAt: fieldOf(page.text, 'shownAt') })
    expect(answer.status).toBe(303)
    expect((await client.get('/inbox')).text).toContain('都看过了')
    expect((await client.post('/inbox', { key: randomUUID(), shownAt: 'soon' })).status).toBe(400)
  })

  it('begins at the newest for a place that is none', async () => {
    const client = await signedIn('chengban')
    for (const after of ['x', '99999999999999999_1', '0_', `999999999999999_${randomUUID()}`])
      expect((await client.get(`/inbox?after=${after}`)).status, after).toBe(200)
  })

  it('has the unit’s own page for a unit', async () => {
    const client = await signedIn('caizheng')
    const page = await client.get('/inbox')
    const [, id = ''] = /action="\/inbox\/([\da-f-]{36})"/.exec(page.text) ?? []
    const opened = await client.post(`/inbox/${id}`, { key: randomUUID() })
    expect(opened.headers.get('location')).toMatch(/^\/asked\//)
    expect((await client.get(opened.headers.get('location') ?? '')).status).toBe(200)
  })
})

describe('接收设置', () => {
  const given = { email: 'shen@fuhan.example', turn: 'digest', co_handling: 'none', chase: 'now', outcome: 'now', watched: 'now' } // prettier-ignore

  it('are kept, and a wrong address is said at the field with everything else kept', async () => {
    const client = await signedIn('chengban')
    const wrong = await client.post('/inbox/settings', { ...given, key: randomUUID(), email: '不是邮箱' })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('邮箱地址不对')
    expect(wrong.text).toContain('不是邮箱')
    expect((await client.post('/inbox/settings', { ...given, key: randomUUID(), chase: 'never' })).status).toBe(400)
    expect((await client.post('/inbox/settings', { ...given, key: randomUUID() })).status).toBe(303)
    const page = await client.get('/inbox/settings')
    expect(fieldOf(page.text, 'email')).toBe(given.email)
  }) // prettier-ignore
})

describe('关注 and 催办', () => {
  it('are offered to those who may, and refused to others with who can help', async () => {
    const supervisor = await signedIn('duban')
    const page = await supervisor.get(`/proposals/${number}`)
    expect(page.text).toContain(`/proposals/${number}/urging`)
    const form = await supervisor.get(`/proposals/${number}/watching`)
    const key = fieldOf(form.text, 'key')
    for (let twice = 0; twice < 2; twice++)
      expect((await supervisor.post(`/proposals/${number}/watching`, { key, to: 'watch' })).status).toBe(303)
    expect((await supervisor.get(`/proposals/${number}/watching`)).text).toContain('取消关注')
    const handler = await signedIn('chengban')
    for (const [act, more] of [['watching', { to: 'watch' }], ['urging', { reason: '急' }]] as const) {
      const refused = await handler.post(`/proposals/${number}/${act}`, { key: randomUUID(), ...more })
      expect(refused.status, act).toBe(403)
    }
    expect((await handler.get('/proposals/2020-0001/urging')).status).toBe(404)
    expect((await (await signedIn('caizheng')).get(`/proposals/${number}/urging`)).status).toBe(404)
  }) // prettier-ignore

  it('催办 needs a reason, tells handler and head, and is printed as a 催办单 that names no delegate', async () => {
    const supervisor = await signedIn('duban')
    const page = `/proposals/${number}/urging`
    expect((await supervisor.post(page, { key: randomUUID(), reason: ' ' })).status).toBe(400)
    const reason = '领导批示，请于本周五前<答复>\n并报结果'
    expect((await supervisor.post(page, { key: randomUUID(), reason })).status).toBe(303)
    const after = await supervisor.get(page)
    const [sheet = ''] = /\/proposals\/[\d-]+\/urging\/[\da-f-]{36}/.exec(after.text) ?? []
    const file = await supervisor.get(sheet)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; .*\.docx/)
    const text = documentText(file.bytes).join('\n')
    expect(text).toContain('建议提案催办单')
    expect(text).toContain('成果转化处：')
    expect(text).toContain('催办事由：领导批示，请于本周五前<答复>并报结果。')
    const names = await onHouse(
      house.superuserUrl,
      (sql) => sql<{ name: string }[]>`select name from delegate`,
    )
    expect(names.filter((d) => text.includes(d.name))).toEqual([])
    expect((await (await signedIn('caizheng')).get(sheet)).status).toBe(404)
    expect((await supervisor.get(`/proposals/${number}/urging/${randomUUID()}`)).status).toBe(404)
    expect((await supervisor.get(`/proposals/${number}/urging/nonsense`)).status).toBe(404)
    for (let tries = 0; tries < 100 && (await unsent()) > 0; tries++) await wait(200)
    for (const login of ['chengban', 'chuzhang'])
      expect((await (await signedIn(login)).get('/inbox')).text, login).toContain('催办：请抓紧办理')
  })
})

describe('后台任务', () => {
  it('is the system administrator’s page and absent for everybody else', async () => {
    const page = await (await signedIn('xitong')).get('/admin/jobs')
    expect(page.status).toBe(200)
    expect(page.text).toContain('到期提醒和催办阶梯')
    for (const login of ['zonghe', 'shenji', 'caizheng'])
      expect((await (await signedIn(login)).get('/admin/jobs')).status, login).toBe(404)
  })
})
