import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
let admin: Client
beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  admin = await as('xitong')
})
afterAll(() => house.stop())

const as = (login: string) => new Client(house.address).signIn(login, demoPassword)

const stamp = () =>
  onHouse(house.superuserUrl, async (sql) =>
    Number((await sql`select max(stamp) as n from calendar_edition`)[0]?.['n']),
  )

const storedDays = () =>
  onHouse(house.superuserUrl, async (sql) =>
    (await sql`select id, due_on::text as due, derivation from deadline order by id`).map((r) => ({ ...r })),
  )

/** A running deadline of the demo bureau whose last day will be made a day off. */
const someRunning = () =>
  onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql<{ id: string; due: string; no: string; subject: string }[]>`
      select d.id, d.due_on::text as due, p.register_no as no, p.subject from deadline d join proposal p on p.id = d.proposal_id
      where d.met_on is null and d.round = p.round and p.state in ('assigned', 'handling') and d.kind = 'reply'
      order by d.due_on desc limit 1`
    if (!row) throw new Error('no running deadline')
    return row
  })

const head = { title: '试行放假通知', number: '试函〔2026〕9号', publishedOn: '2026-11-04' }

const noticeForm = async (year: number) => {
  const page = await admin.get(`/admin/calendar/${year}`)
  expect(page.status).toBe(200)
  const area = (name: string) =>
    new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)</textarea>`).exec(page.text)?.[1] ?? ''
  return { ...head, rest: area('rest').trim(), work: area('work').trim() }
}

describe('the calendar’s pages', () => {
  it('are read by everybody of the house and changed by the system administrator alone', async () => {
    const handler = await as('chengban')
    const page = await handler.get('/admin/calendar?year=2014')
    expect(page.status).toBe(200)
    expect(page.text).toContain('10 月 1 日（周三）至10 月 7 日（周二）')
    expect(page.text).toContain('国务院办公厅2014年部分节假日安排通知')
    expect(page.text).not.toContain('/admin/calendar/import')
    expect((await handler.get('/admin/calendar?year=2033')).text).toContain('尚未录入')
    const before = await stamp()
    for (const path of ['/admin/calendar/2026', '/admin/calendar/import']) {
      const refused = await handler.get(path)
      expect(refused.status).toBe(403)
      expect(refused.text).toContain('系统管理员')
    }
    const fields = {
      key: 'handler-key',
      basedOn: String(before),
      notices: '{}',
      ...head,
      year: '2027',
      text: 'x',
    }
    for (const path of ['/admin/calendar/2026', '/admin/calendar/import', '/admin/calendar/in-force'])
      expect((await handler.post(path, fields)).status, path).toBe(403)
    expect(await stamp()).toBe(before)
  })

  it('are 404 for a year that is none, and for moves where one is not the coordinator', async () => {
    expect((await admin.get('/admin/calendar/20x6')).status).toBe(404)
    expect((await admin.get('/admin/calendar/1700')).status).toBe(404)
    expect((await (await as('chengban')).get('/deadlines/moves')).status).toBe(404)
    expect((await admin.post('/deadlines/moves', { key: 'admin-key' })).status).toBe(404)
  })
})

describe('a broken import', () => {
  it.each([
    ['nothing', '', '请粘贴内容或选择文件'],
    ['prose', '祝大家节日愉快', '第 1 行看不懂'],
    ['half a JSON', '{"notices":[', '不是完整的 JSON'],
    ['a hidden mark', '2027-01-01,休,元\u202E旦', '看不见的控制字符'],
  ])('%s is 400, says why at the field, keeps what was typed and changes nothing', async (_, text, why) => {
    const before = await stamp()
    const answer = await admin.post('/admin/calendar/import', { ...head, year: '2027', text })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(why)
    expect(answer.text).toContain('试函〔2026〕9号')
    expect(answer.text).toContain('id="f-text-error"')
    expect(await stamp()).toBe(before)
  })

  const upload = (bytes: BlobPart, name = 'notices.csv') => {
    const form = new FormData()
    for (const [key, value] of Object.entries({ ...head, year: '2027', text: '' })) form.set(key, value)
    form.set('file', new Blob([bytes]), name)
    return form
  }

  it('a file that is no text, or too large, is 400 at the field', async () => {
    for (const bytes of [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'x'.repeat(400_001)]) {
      const answer = await admin.raw('/admin/calendar/import', upload(bytes), {})
      expect(answer.status).toBe(400)
      expect(answer.text).toContain('id="f-file-error"')
    }
  })

  it('a file in the encoding of Chinese spreadsheets is read', async () => {
    // “2027-01-01,休,元旦” in GB 18030
    const bytes = Buffer.concat([Buffer.from('2027-01-01,'), Buffer.from([0xd0, 0xdd]), Buffer.from(','), Buffer.from([0xd4, 0xaa, 0xb5, 0xa9])])
    const answer = await admin.raw('/admin/calendar/import', upload(new Uint8Array(bytes)), {})
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('放假 <!-- -->1<!-- --> 天')
  }) // prettier-ignore

  it('a confirmation that no preview made is 400', async () => {
    const before = await stamp()
    for (const notices of ['', '{}', '{"notices":[{"year":2027,"rest":{}}]}'])
      expect(
        (
          await admin.post('/admin/calendar/in-force', {
            key: 'made-up-key',
            basedOn: String(before),
            notices,
          })
        ).status,
        notices,
      ).toBe(400)
    expect(await stamp()).toBe(before)
  })
})

describe('a late notice', () => {
  it('is previewed, put in force, and moves what the coordinator ticks', async () => {
    const running = await someRunning()
    const year = Number(running.due.slice(0, 4))
    const before = await stamp()
    const stored = await storedDays()
    const typed = await noticeForm(year)
    const rest = `${typed.rest}\n${running.due} 试行假`

    const preview = await admin.post(`/admin/calendar/${year}`, { ...typed, rest })
    expect(preview.status).toBe(200)
    expect(preview.text).toContain(running.no)
    expect(preview.text).not.toContain(running.subject)
    expect(await stamp()).toBe(before)

    const confirm = { key: fieldOf(preview.text, 'key'), basedOn: fieldOf(preview.text, 'basedOn'), notices: fieldOf(preview.text, 'notices') }
    for (let press = 0; press < 2; press++)
      expect((await admin.post('/admin/calendar/in-force', confirm)).status).toBe(303)
    expect(await stamp()).toBe(before + 1)
    expect(await storedDays()).toEqual(stored)
    const late = await admin.post('/admin/calendar/in-force', { ...confirm, key: 'another-key' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('重新预览')

    const coordinator = await as('zonghe')
    const moves = await coordinator.get('/deadlines/moves')
    const box = new RegExp(`value="(${running.id} [^"]*)"`).exec(moves.text)?.[1] ?? ''
    expect(box).toContain(running.due)
    const key = fieldOf(moves.text, 'key')
    expect((await coordinator.post('/deadlines/moves', { key })).status).toBe(400)
    expect((await coordinator.post('/deadlines/moves', { key, move: 'x' })).status).toBe(400)
    const gone = box.replace(running.id, '00000000-0000-4000-8000-000000000000')
    expect((await coordinator.post('/deadlines/moves', { key, move: gone })).status).toBe(404)
    const done = await coordinator.post('/deadlines/moves', { key, move: box })
    expect(done.status).toBe(303)
    const after = await storedDays()
    expect(after.filter((d, i) => d['due'] !== stored[i]?.['due']).map((d) => d['id'])).toEqual([running.id])
    const stale = await coordinator.post('/deadlines/moves', { key: 'stale-key', move: box })
    expect(stale.status).toBe(409)
    expect((await coordinator.get(`/proposals/${running.no}/log`)).text).toContain('按放假安排改动答复期限')
  })
}) // prettier-ignore
