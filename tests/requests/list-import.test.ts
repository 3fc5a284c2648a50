import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { bringList, mappingOf, sendList, untilSaid } from '../support/brought-list'
import { Client, fieldOf } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'
import { listOf } from '../support/list-of'

let house: RunningHouse
let clerk: Client
beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  clerk = await new Client(house.address).signIn('dengji', demoPassword)
})
afterAll(() => house.stop())

const count = (of: string) =>
  onHouse(house.superuserUrl, async (sql) => (await sql.unsafe<{ n: number }[]>(`select count(*)::integer as n from ${of}`))[0]?.n ?? -1) // prettier-ignore

const send = (name: string, bytes: Uint8Array<ArrayBuffer>, by = clerk) => sendList(by, name, bytes)
const mapping = (path: string, over: Record<string, string> = {}) => mappingOf(clerk, path, over)
const until = (path: string, what: string) => untilSaid(clerk, path, what)
const brought = (name: string, bytes: Uint8Array<ArrayBuffer>) => bringList(clerk, name, bytes)

describe('a list of more rows than one transaction takes', () => {
  it('goes in with a result per row and a report; again it changes nothing', async () => {
    const before = await count('proposal')
    const bytes = await listOf(620, (cells, n) => (n === 7 || n === 600 ? cells.with(2, '') : cells))
    const batch = await brought('交办表.xlsx', bytes)
    expect((await clerk.get(batch)).text).toMatch(/http-?[eE]quiv="refresh"|已办完/)
    const done = await until(batch, '已办完')
    expect(done).toContain('共 620 件，已办理 620 件，其中 2 件未办成')
    expect(await count('proposal')).toBe(before + 618)
    expect((await clerk.get(`${batch}?state=failed`)).text).toContain('案由：请填写案由。')
    const report = await clerk.get(`${batch}/report.xlsx`)
    expect([report.status, report.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    const again = await until(await brought('交办表（再发）.xlsx', bytes), '已办完')
    expect(again).toContain('其中 2 件未办成')
    expect(again).toMatch(/未变[\s\S]{0,40}618/)
    expect(await count('proposal')).toBe(before + 618)
  }, 120_000)

  it('is remembered: the second time every column is as before', async () => {
    const uploaded = await send('第三次.xlsx', await listOf(3))
    expect((await clerk.get(uploaded.headers.get('Location') ?? '')).text).toContain('已按上次选好')
  })
})

describe('the import pages', () => {
  it('show what each row would become and register nothing of it', async () => {
    const before = await count('proposal')
    const bytes = await listOf(4, (cells, n) => (n === 2 ? cells.with(7, '三月初') : cells.with(1, `9${n}`)))
    const columns = (await send('看看.xlsx', bytes)).headers.get('Location') ?? ''
    const page = await mapping(columns)
    expect(page.text).toContain('关于第 1 项科技服务下乡的提案')
    const preview = (await clerk.post(columns, page.fields)).headers.get('Location') ?? ''
    const { text } = await clerk.get(preview)
    expect(text).toContain('登记这 3 件')
    expect(text).toContain('交办日期：交办日期“三月初”不是日期，应如 2026-03-05。')
    const refused = await clerk.post(preview, { key: randomUUID(), allOrNone: 'yes' })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('一件也没有登记')
    expect(await count('proposal')).toBe(before)
  })

  it('give bad choices back at their field with everything kept', async () => {
    const columns = (await send('选错.xlsx', await listOf(2))).headers.get('Location') ?? ''
    const { fields } = await mapping(columns, { c1: '', assignedOn: '上周', meetingId: '' })
    const refused = await clerk.post(columns, fields)
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('请选择会议。')
    expect(fieldOf(refused.text, 'assignedOn')).toBe('上周')
    const { fields: next } = await mapping(columns, { c1: '' })
    const columnless = await clerk.post(columns, next)
    expect([columnless.status, columnless.text.includes('请指明哪一列是编号。')]).toEqual([400, true])
    expect((await clerk.post(columns, { ...next, c1: 'nonsense' })).status).toBe(400)
  })

  it.each([
    ['空.xlsx', new Uint8Array(), '文件'],
    ['假的.xlsx', new TextEncoder().encode('编号,案由\n1,2'), '这里只收'],
    ['没有表头.csv', new TextEncoder().encode('甲,乙\n1,2\n'), '没有找到表头'],
    ['程序.csv', new Uint8Array([0x4d, 0x5a, 0, 1]), '这里只收'],
  ])('refuse %s and say why', async (name, bytes, why) => {
    const answer = await send(name, bytes)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(why)
  })

  it('are absent for who registers nothing, and for ids that are none', async () => {
    const handler = await new Client(house.address).signIn('chengban', demoPassword)
    const paths = ['/proposals/import', `/proposals/import/${randomUUID()}`, '/proposals/import/x', `/proposals/import/${randomUUID()}/columns`, `/batches/${randomUUID()}`, '/batches/x'] // prettier-ignore
    for (const path of paths) expect((await handler.get(path)).status, path).toBe(404)
    for (const path of paths.slice(1)) expect((await clerk.get(path)).status, path).toBe(404)
    expect((await send('x.xlsx', await listOf(1), handler)).status).toBe(404)
  })
})
