import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf } from '../support/client'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
let registrar: Client
let handler: Client

const signedIn = (login: string) => new Client(house.address).signIn(login, demoPassword)

beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  registrar = await signedIn('dengji')
  handler = await signedIn('chengban')
}, 120_000)
afterAll(() => house.stop())

const key = () => randomUUID()
const pathOf = async (query: string, name: string) => {
  const { text } = await registrar.get(`/delegates?${query}`)
  return new RegExp(`href="(/delegates/[\\da-f-]{36})">${name}<`).exec(text)?.[1] ?? ''
}
const person = { track: 'npc', kind: 'person', organisationKind: '', term: '6', name: '缪昌' }

describe('the register of delegates', () => {
  it.each([
    ['q=xwr', '解蔚然'], ['q=xiew', '解蔚然'], ['q=' + encodeURIComponent('民盟'), '民盟云汀市委'], ['track=npc&kind=organisation', '第二代表团'],
  ])('finds by %s', async (query, name) => expect((await registrar.get(`/delegates?${query}`)).text).toContain(`>${name}<`)) // prettier-ignore

  it('is no page for a unit, a supervisor or an administrator', async () => {
    for (const login of ['jiaowei', 'duban', 'xitong', 'anquan'])
      expect((await (await signedIn(login)).get('/delegates')).status, login).toBe(404)
  })

  it('adds and corrects; the second of two is told', async () => {
    const made = await registrar.post('/delegates/new', { ...person, key: key(), phone: '0000-1' })
    const path = (made.headers.get('location') ?? '').replace('?done', '')
    expect(made.status).toBe(303)
    expect((await registrar.get(path)).text).toContain('0000-1')
    expect((await handler.get(path)).text).not.toContain('0000-1')
    const edit = await registrar.get(`${path}/edit`)
    const form = { ...person, version: fieldOf(edit.text, 'version'), workplace: '云汀港' }
    expect((await registrar.post(`${path}/edit`, { ...form, key: key() })).status).toBe(303)
    const late = await registrar.post(`${path}/edit`, { ...form, key: key(), workplace: '云汀站' })
    expect([late.status, late.text.includes('value="云汀站"')]).toEqual([409, true])
    expect((await handler.get(`${path}/edit`)).status).toBe(403)
    expect((await handler.post('/delegates/new', { ...person, key: key() })).status).toBe(403)
  })

  it('names what is wrong and keeps what was typed', async () => {
    const answer = await registrar.post('/delegates/new', {
      ...person,
      key: key(),
      kind: 'organisation',
      term: '很多',
    })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('value="缪昌"')
    expect(answer.text).toContain('href="#f-term"')
  })

  it('links the terms of one person, and shows the items of all of them', async () => {
    const path = await pathOf('q=dcf&term=7', '段长风')
    const { text } = await handler.get(path)
    expect(text).toContain('关于完善乡镇科技特派员服务体系的提案')
    expect(text).toMatch(/href="\/delegates\/[\da-f-]{36}">第 6 届/)
    const next = await registrar.get('/delegates/next-term?track=npc&term=6')
    const ids = [...next.text.matchAll(/name="ids"[^>]*value="([\da-f-]{36})"/g)].map((m) => m[1] ?? '')
    expect(ids.length).toBeGreaterThan(3)
    const carried = await registrar.post('/delegates/next-term', {
      key: key(),
      term: '7',
      ids: ids.slice(0, 2),
    })
    expect(carried.headers.get('location')).toBe('/delegates?term=7&carried=2')
    expect(
      (await registrar.post('/delegates/next-term', { key: key(), term: '5', ids: ids.slice(2) })).status,
    ).toBe(400)
  })
})

describe('a list of names', () => {
  const upload = (client: Client, path: string, fields: Record<string, string>, list?: string) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ key: key(), ...fields })) body.append(name, value)
    if (list !== undefined) body.append('list', new File([list], '名单.csv'))
    return client.raw(path, body, {})
  }
  const usual = { track: 'npc', term: '6' }

  it('of delegates is looked at first, then imported; once more it changes nothing', async () => {
    const list = '姓名,代表团,届次\n覃雨,第一代表团,\n苏见微,第一代表团,六届\n某人,,去年\n'
    const kept = await upload(registrar, '/delegates/import', usual, list)
    const preview = kept.headers.get('location') ?? ''
    expect(preview).toMatch(/^\/delegates\/import\?file=[\da-f-]{36}&track=npc&term=6$/)
    const { text } = await registrar.get(preview)
    expect(text).toContain('将新增 1 条，1 条已有，不变，1 行有误，不导入。')
    expect(text).toContain('看不懂届次“去年”')
    expect((await registrar.get('/delegates?q=qinyu')).text).not.toContain('>覃雨<')
    const fileId = fieldOf(text, 'fileId')
    const done = await upload(registrar, '/delegates/import', { ...usual, fileId })
    expect(done.headers.get('location')).toBe('/delegates/import?imported=1-0-1-1')
    expect((await registrar.get('/delegates?q=qinyu')).text).toContain('>覃雨<')
    const again = await upload(registrar, '/delegates/import', { ...usual, fileId })
    expect(again.headers.get('location')).toBe('/delegates/import?imported=0-0-2-1')
  })

  it('of units is the system administrator’s', async () => {
    const keeper = await signedIn('xitong')
    const path = '/admin/people/units/import'
    const kept = await upload(keeper, path, {}, '单位全称,简称\n云汀市水务局,市水务局\n')
    const { text } = await keeper.get(kept.headers.get('location') ?? '')
    expect(text).toContain('将新增 1 条。')
    const done = await upload(keeper, path, { fileId: fieldOf(text, 'fileId') })
    expect(done.headers.get('location')).toBe(`${path}?imported=1-0-0-0`)
    expect((await (await signedIn('anquan')).get(path)).status).toBe(403)
    expect((await registrar.get(path)).status).toBe(404)
  })

  it('that is none is refused at the field; a file of another is absent', async () => {
    const bad = await upload(registrar, '/delegates/import', usual, '甲,乙\n1,2\n')
    expect([bad.status, bad.text.includes('没有找到表头')]).toEqual([400, true])
    expect((await registrar.get(`/delegates/import?file=${randomUUID()}&track=npc&term=6`)).status).toBe(404)
    expect((await upload(handler, '/delegates/import', usual, '姓名\n甲\n')).status).toBe(403)
  })
})

describe('the contact log', () => {
  const form = {
    heldOn: '2026-01-05',
    channel: 'email',
    phase: 'during',
    people: '苏见微',
    ourPeople: '沈知白',
    summary: '寄去初稿',
  }
  const numberOf = async (subject: string) => {
    const { text } = await handler.get(`/proposals?q=${encodeURIComponent(subject)}`)
    return /href="\/proposals\/(\d{4}-\d{4})"/.exec(text)?.[1] ?? ''
  }
  const posted = (path: string, fields: Record<string, string>, file?: File) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ key: key(), ...fields })) body.append(name, value)
    if (file) body.append('files', file)
    return handler.raw(path, body, {})
  }

  it('says what the rules want, takes a file, and is corrected beside the old record', async () => {
    const number = await numberOf('0231')
    const tab = `/proposals/${number}/contacts`
    expect((await handler.get(`${tab}/new`)).text).toContain('答复前至少沟通 1 次')
    const pdf = new File(
      [Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')],
      '来函.pdf',
    )
    const logged = await posted(`${tab}/new`, form, pdf)
    expect([logged.status, logged.headers.get('location')]).toEqual([303, `${tab}?done=contact`])
    const page = await handler.get(tab)
    expect(page.text).toContain('来函.pdf')
    const file = /href="(\/files\/[\da-f-]{36})"/.exec(page.text)?.[1] ?? ''
    expect((await handler.get(file)).status).toBe(200)
    expect((await (await signedIn('shefa')).get(file)).status).toBe(404)
    const correction = /href="([^"]*\/correction)"/.exec(page.text)?.[1] ?? ''
    expect((await handler.get(correction)).text).toContain('寄去初稿')
    expect((await posted(correction, { ...form, summary: '寄去初稿，另附目录' })).status).toBe(303)
    expect((await posted(correction, { ...form, summary: '第二次' })).status).toBe(409)
    const after = (await handler.get(tab)).text
    expect(after).toContain('寄去初稿，另附目录')
    expect(after).toContain('更正前的记录 1 条')
  })

  it('refuses a file that is none of these, and a day to come, with what was typed', async () => {
    const path = `/proposals/${await numberOf('0231')}/contacts/new`
    const script = new File(['<script>1</script>'], '来函.pdf')
    const bad = await posted(path, form, script)
    expect([bad.status, bad.text.includes('寄去初稿'), bad.text.includes('href="#f-files"')]).toEqual([
      400,
      true,
      true,
    ])
    expect((await posted(path, { ...form, heldOn: '2099-01-01' })).status).toBe(400)
  })
})
