import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
let handler: Client
let coordinator: Client
let registrar: Client

beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  const signedIn = (login: string) => new Client(house.address).signIn(login, demoPassword)
  handler = await signedIn('chengban')
  coordinator = await signedIn('zonghe')
  registrar = await signedIn('dengji')
}, 120_000)
afterAll(() => house.stop())

const rows = (statement: string) =>
  onHouse(house.superuserUrl, async (sql) => [...(await sql.unsafe(statement))] as Record<string, string>[])

/** 第0217号: 市教委 accepted, 市财政局 answered, 市人力社保局 still owes. */
async function demo() {
  const [item] = await rows(`select id, register_no as no from proposal where official_no = '0217'`)
  const requests = await rows(
    `select r.id, u.short_name as name, r.state from request r join unit u on u.id = r.unit_id where proposal_id = '${item?.['id']}'`,
  )
  const of = (name: string) => requests.find((r) => r['name'] === name)?.['id'] ?? ''
  return { id: item?.['id'] ?? '', page: `/proposals/${item?.['no']}`, of }
}
const stateOf = async (id: string) =>
  (await rows(`select state from request where id = '${id}'`))[0]?.['state']

describe('the handler', () => {
  it('asks several at once, each its own question and day, all or none, and a corrected form is a conflict', async () => {
    const { id, page } = await demo()
    const units = await rows(
      `select id, short_name as name from unit where short_name in ('市发展改革委', '市农业农村局')`,
    )
    const [plan = '', farm = ''] = ['市发展改革委', '市农业农村局'].map(
      (n) => units.find((u) => u['name'] === n)?.['id'] ?? '',
    )
    const [division] = await rows(`select id from division where name = '社会发展科技处'`)
    const key = fieldOf((await handler.get(`${page}/requests/new`)).text, 'key')
    const form = {
      key, unitId: [plan, farm], divisionId: division?.['id'] ?? '', question: '请说明规划安排', dueOn: '2099-12-01',
      [`question-${farm}`]: '请说明涉农部分', [`dueOn-${farm}`]: '2099-12-20',
    } // prettier-ignore
    const wrong = await handler.post(`${page}/requests/new`, { ...form, [`dueOn-${farm}`]: '2020-01-01' })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('请说明涉农部分')
    expect(await rows(`select 1 from request where proposal_id = '${id}'`)).toHaveLength(3)
    expect((await handler.post(`${page}/requests/new`, form)).status).toBe(303)
    expect((await handler.post(`${page}/requests/new`, form)).status).toBe(303)
    const sent = await rows(
      `select question, due_on::text as due, unit_id, division_id from request where proposal_id = '${id}' and position > 3 order by due_on, question`,
    )
    expect(sent.map((r) => [r['question'], r['due']])).toEqual([
      ['请说明规划安排', '2099-12-01'],
      ['请说明规划安排', '2099-12-01'],
      ['请说明涉农部分', '2099-12-20'],
    ])
    const corrected = await handler.post(`${page}/requests/new`, { ...form, question: '改问资金' })
    expect(corrected.status).toBe(409)
    expect(corrected.text).toContain('改问资金')
    expect(corrected.text).toContain('已经提交过一次')
    const shown = (await handler.get('/proposals?q=0217')).text
    expect(shown).toMatch(/1\/6/)
    expect((await handler.get(page)).text).toContain('会办 1/6')
  })

  it('disputes an opinion; the office records the coordination and it is settled', async () => {
    const { page, of } = await demo()
    const finance = of('市财政局')
    const acts = `${page}/requests/${finance}`
    expect((await handler.post(`${acts}/dispute`, { key: randomUUID(), reason: '' })).status).toBe(400)
    const reason = '与市政府会议纪要不一致'
    expect((await handler.post(`${acts}/dispute`, { key: randomUUID(), reason })).status).toBe(303)
    expect((await handler.get(page)).text).toContain('会办有分歧')
    expect((await coordinator.get('/desk')).text).toContain('协调会办分歧')
    const record = {
      heldOn: '2026-11-20',
      people: '市政府办公厅主持',
      conclusion: '分两年安排',
      outcome: 'open',
    }
    expect((await handler.post(`${acts}/coordination`, { ...record, key: randomUUID() })).status).toBe(403)
    const silent = await coordinator.post(`${acts}/coordination`, {
      ...record,
      conclusion: '',
      key: randomUUID(),
    })
    expect(silent.status).toBe(400)
    expect((await coordinator.post(`${acts}/coordination`, { ...record, key: randomUUID() })).status).toBe(
      303,
    )
    expect(await stateOf(finance)).toBe('disputed')
    const agreed = { ...record, outcome: 'agreed', key: randomUUID() }
    expect((await coordinator.post(`${acts}/coordination`, agreed)).status).toBe(303)
    expect(await stateOf(finance)).toBe('resolved')
    expect((await handler.get(`${page}/co-handling`)).text).toContain('协调一致')
  })

  it('gives a unit more days with a reason, and the unit reads how its day was reached', async () => {
    const { page, of } = await demo()
    const renshe = of('市人力社保局')
    const form = { key: randomUUID(), reason: '等编制核定', dueOn: '2099-01-05' }
    const acts = `${page}/requests/${renshe}`
    expect((await handler.post(`${acts}/extend`, { ...form, dueOn: '2020-01-01' })).status).toBe(400)
    expect((await handler.post(`${acts}/extend`, { ...form, key: randomUUID() })).status).toBe(303)
    const unit = await new Client(house.address).signIn('renshe', demoPassword)
    expect((await unit.get(`/asked/${renshe}`)).text).toMatch(/延至 2099-01-05：等编制核定/)
  })
})

describe('a paper opinion', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const formOf = (fields: Record<string, string>, scan: Buffer | null) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    if (scan) form.set('scan', new Blob([new Uint8Array(scan)], { type: 'image/png' }), '会办复函.png')
    return form
  }

  const upload = (client: Client, path: string, form: FormData) => client.raw(path, form, {})

  it('is entered with its scan by the registrar, marked everywhere, and saved by its own unit alone', async () => {
    const { page, of } = await demo()
    const renshe = of('市人力社保局')
    const path = `${page}/requests/${renshe}/paper`
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const fields = {
      key: randomUUID(),
      text: '同意增加编制。',
      docNo: '云人社函〔2026〕5号',
      receivedOn: today,
    }
    const without = await upload(registrar, path, formOf(fields, null))
    expect(without.status).toBe(400)
    expect(without.text).toContain('请选择文件')
    expect(without.text).toContain('同意增加编制')
    const hostile = await upload(registrar, path, formOf(fields, Buffer.from('MZ not a picture')))
    expect(hostile.status).toBe(400)
    expect((await upload(registrar, path, formOf(fields, png))).status).toBe(303)
    expect(await stateOf(renshe)).toBe('answered')
    const shown = (await handler.get(`${page}/co-handling`)).text
    expect(shown).toContain('纸质意见')
    expect(shown).toContain('代录')
    const file = /\/files\/[\da-f-]{36}/.exec(shown)?.[0] ?? ''
    expect((await handler.get(file)).bytes).toEqual(png)
    const own = await new Client(house.address).signIn('renshe', demoPassword)
    expect((await own.get(`/asked/${renshe}`)).text).toContain('纸质意见')
    expect((await own.get(file)).status).toBe(200)
    const other = await new Client(house.address).signIn('caizheng', demoPassword)
    expect((await other.get(file)).status).toBe(404)
    expect((await other.get(path)).status).toBe(404)
  })
})
