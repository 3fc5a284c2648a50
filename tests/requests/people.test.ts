import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf } from '../support/client'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
let keeper: Client
let security: Client
let coordinator: Client

const signedIn = (login: string, password = demoPassword) => new Client(house.address).signIn(login, password)

beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  keeper = await signedIn('xitong')
  security = await signedIn('anquan')
  coordinator = await signedIn('zonghe')
}, 120_000)
afterAll(() => house.stop())

const key = () => randomUUID()
const accountOf = async (name: string) =>
  new RegExp(`href="(/admin/people/[\\da-f-]{36})">${name}<`).exec(
    (await keeper.get('/admin/people')).text,
  )?.[1] ?? ''
const versionAt = async (path: string) => fieldOf((await security.get(path)).text, 'version')

describe('people and places', () => {
  it.each(['/admin/people', '/admin/people/divisions', '/admin/people/units', '/admin/people/new'])(
    '%s is no page for the bureau’s others',
    async (path) => expect((await coordinator.get(path)).status).toBe(404),
  )

  it('are kept by two administrators, each told whose part the other’s is', async () => {
    const path = await accountOf('沈知白')
    expect((await security.get(`${path}/roles`)).status).toBe(200)
    const refused = await keeper.get(`${path}/roles`)
    expect([refused.status, refused.text.includes('安全管理员')]).toEqual([403, true])
    expect((await security.get('/admin/people/new')).status).toBe(403)
    const forged = await keeper.post(`${path}/standing`, { key: key(), version: '1', to: 'disabled' })
    expect(forged.status).toBe(403)
  })

  it.each(['/admin/people/x', `/admin/people/${randomUUID()}`, `/admin/people/units/${randomUUID()}`])(
    '%s is 404',
    async (path) => expect((await keeper.get(path)).status).toBe(404),
  )

  it('name the field that is wrong and keep what was typed', async () => {
    const answer = await keeper.post('/admin/people/new', { key: key(), login: '张三', name: '张三', title: '' })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('href="#f-login"')
    expect(answer.text).toContain('value="张三"')
    expect((await keeper.post('/admin/people/new', { key: key(), login: 'dengji', name: '张三', title: '科员' })).text).toContain('已经有人用了')
  }) // prettier-ignore

  it('are 409 for the second of two administrators, with what it is now', async () => {
    const list = (await keeper.get('/admin/people/divisions')).text
    const path = /href="(\/admin\/people\/divisions\/[\da-f-]{36})">规划与政策处/.exec(list)?.[1] ?? ''
    const save = (name: string) => keeper.post(path, { key: key(), version: '1', name, position: '3' })
    expect((await save('规划处')).status).toBe(303)
    const late = await save('政策处')
    expect(late.status).toBe(409)
    expect(late.text).toContain('现在是：规划处')
    expect(late.text).toContain('value="政策处"')
  })

  it('close a division only when nothing is open there', async () => {
    const list = (await keeper.get('/admin/people/divisions')).text
    const path = /href="(\/admin\/people\/divisions\/[\da-f-]{36})">成果转化处/.exec(list)?.[1] ?? ''
    const answer = await keeper.post(path, { key: key(), version: '1', name: '成果转化处', position: '1', isClosed: 'yes' })
    expect([answer.status, /还有 \d+ 件没有办结/.test(answer.text)]).toEqual([403, true])
  }) // prettier-ignore
})

describe('a new colleague', () => {
  it('is opened, authorised, given a password for once, and sets his own before anything else', async () => {
    const opened = await keeper.post('/admin/people/new', { key: key(), login: 'xinren', name: '解新', title: '科员' })
    const path = (opened.headers.get('location') ?? '').split('?')[0] ?? ''
    expect(path).toMatch(/^\/admin\/people\/[\da-f-]{36}$/)
    const roles = await security.post(`${path}/roles`, { key: key(), version: '1', memberships: ['registrar', 'archivist'] })
    expect(roles.status).toBe(303)
    const form = { key: key() }
    const given = await security.post(`${path}/password`, form)
    const password = /<code[^>]*>([^<]+)<\/code>/.exec(given.text)?.[1] ?? ''
    expect([given.status, password.length]).toEqual([200, 14])
    expect((await security.post(`${path}/password`, form)).status).toBe(409)
    const own = await signedIn('xinren', password)
    for (const anywhere of ['/desk', '/proposals', '/inbox'])
      expect((await own.get(anywhere)).headers.get('location'), anywhere).toBe('/password')
    const bad = await own.post('/password', { current: password, fresh: 'short', again: 'short' })
    expect([bad.status, bad.text.includes(password)]).toEqual([400, false])
    const good = await own.post('/password', { current: password, fresh: 'Yunting#2027', again: 'Yunting#2027' })
    expect([good.status, good.headers.get('location')]).toEqual([303, '/desk?done=password'])
    expect((await own.get('/proposals/new')).status).toBe(200)
    await expect(signedIn('xinren', password)).rejects.toThrow()
  }, 20_000) // prettier-ignore
})

describe('a handler who leaves', () => {
  it('is not disabled before the coordinator has handed his work over; then he is', async () => {
    const path = await accountOf('沈知白')
    const leaver = path.split('/').at(-1) ?? ''
    const own = await signedIn('chengban')
    const page = await security.get(`${path}/standing`)
    expect(page.text).toMatch(/还承办着 \d+ 件/)
    expect(page.text).toContain('综合处崔亦行')
    expect(page.text).not.toContain('提案</')
    const refused = await security.post(`${path}/standing`, { key: key(), version: '1', to: 'disabled' })
    expect(refused.status).toBe(403)
    expect((await security.get(`/people/${leaver}/handover`)).status).toBe(404)
    const handover = (await coordinator.get(`/people/${leaver}/handover`)).text
    const items = [...handover.matchAll(/name="items" value="([^"]+)"/g)].map((m) => m[1] ?? '')
    expect(items.length).toBeGreaterThan(3)
    const heir = /<option value="([\da-f-]{36})">叶蓁/.exec(handover)?.[1] ?? ''
    const fields = { key: key(), reason: '调离', items, to: items.map(() => '') }
    const nobody = await coordinator.post(`/people/${leaver}/handover`, { ...fields, everybody: '' })
    expect([nobody.status, nobody.text.includes('value="调离"')]).toEqual([400, true])
    const done = await coordinator.post(`/people/${leaver}/handover`, {
      ...fields,
      key: key(),
      everybody: heir,
    })
    expect(done.text).toContain(`已移交 ${items.length} 件`)
    expect((await own.get('/desk')).status).toBe(200)
    const version = await versionAt(`${path}/standing`)
    const disabled = await security.post(`${path}/standing`, { key: key(), version, to: 'disabled' })
    expect(disabled.headers.get('location')).toBe(`${path}?done=disabled`)
    expect((await own.get('/desk')).headers.get('location')).toContain('/login')
    await expect(signedIn('chengban')).rejects.toThrow()
  }, 30_000)
})
