import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
let registrar: Client
let meetingId: string

beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  registrar = await signedIn('dengji')
  const { text } = await registrar.get('/proposals/new')
  meetingId = /<option value="([\da-f-]{36})">[^<]*（提案）/.exec(text)?.[1] ?? ''
}, 120_000)
afterAll(() => house.stop())

const signedIn = (login: string) => new Client(house.address).signIn(login, demoPassword)

const form = (over: Record<string, string> = {}) => ({
  key: randomUUID(), track: 'cppcc', meetingId, sessionKind: 'plenary', officialNo: randomUUID().slice(0, 12),
  subject: '关于公共实验室开放日的提案', text: '第一段。\r\n第二段。', asks: '先摸需求\r\n再定场次', sponsorKind: 'joint',
  sponsors: '段长风\r\n霍启明', assigningUnitId: '', receivedOn: '2026-03-03', assignedOn: '2026-03-02', ...over,
}) // prettier-ignore

const rowsOf = (officialNo: string) =>
  onHouse(house.superuserUrl, async (sql) => {
    const rows = await sql<
      { id: string; register_no: string; text: string; asks: number; sponsors: number }[]
    >`
      select p.id, p.register_no, p.text, (select count(*)::int from ask a where a.proposal_id = p.id) as asks,
        (select count(*)::int from sponsor s where s.proposal_id = p.id) as sponsors
      from proposal p where p.official_no = ${officialNo}`
    return [...rows]
  })

describe('registering', () => {
  it('records the proposal, its sponsors and its asks, and leads to its page', async () => {
    const given = form()
    const answer = await registrar.post('/proposals/new', given)
    const [row, ...more] = await rowsOf(given.officialNo)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/proposals/${row?.register_no}?done=registered`)
    expect(row).toMatchObject({ text: '第一段。\n第二段。', asks: 2, sponsors: 2 })
    expect(more).toEqual([])
  })

  it('pressed twice is one proposal', async () => {
    const given = form()
    const answers = await Promise.all([0, 1].map(() => registrar.post('/proposals/new', given)))
    expect(answers.map((a) => a.status)).toEqual([303, 303])
    expect(new Set(answers.map((a) => a.headers.get('location'))).size).toBe(1)
    expect(await rowsOf(given.officialNo)).toHaveLength(1)
  })

  it('corrected after going back is told of the first, with a link, and keeps what was typed', async () => {
    const given = form()
    await registrar.post('/proposals/new', given)
    const [first] = await rowsOf(given.officialNo)
    const again = await registrar.post('/proposals/new', { ...given, subject: '改过的案由' })
    expect(again.status).toBe(409)
    expect(again.text).toContain(`href="/proposals/${first?.register_no}"`)
    expect(again.text).toContain('value="改过的案由"')
    expect(fieldOf(again.text, 'key')).not.toBe(given.key)
  })

  it('with a number that is taken is 400 at the number, with a link to who has it', async () => {
    const given = form()
    await registrar.post('/proposals/new', given)
    const [first] = await rowsOf(given.officialNo)
    const second = await registrar.post(
      '/proposals/new',
      form({ officialNo: given.officialNo, subject: '另一件' }),
    )
    expect(second.status).toBe(400)
    expect(second.text).toContain('href="#f-officialNo"')
    expect(second.text).toContain(`href="/proposals/${first?.register_no}"`)
    expect(second.text).toContain('value="另一件"')
    expect(await rowsOf(given.officialNo)).toHaveLength(1)
  })

  it('with fields missing names each, keeps the rest, and says when the reply would be due', async () => {
    const answer = await registrar.post('/proposals/new', {
      ...form({ officialNo: '', subject: ' ', sponsors: '' }),
      meetingId: '',
    })
    expect(answer.status).toBe(400)
    for (const field of ['meetingId', 'officialNo', 'subject', 'sponsors'])
      expect(answer.text).toContain(`href="#f-${field}"`)
    expect(answer.text).toContain('第一段。')
    expect(answer.text).toContain('再定场次')
    expect(answer.text).toContain('2026年6月2日')
  })

  it('with a text of 10 MB is 400 at the text and loses nothing that was within the limit', async () => {
    // As the page's own form sends it: percent-encoded the same text would be three times as long.
    const given = form({ text: '建'.repeat(3_400_000) })
    expect((await registrar.get('/proposals/new')).text).toContain('multipart/form-data')
    const body = new FormData()
    for (const [name, value] of Object.entries(given)) body.append(name, value)
    const answer = await registrar.raw('/proposals/new', body, {})
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('正文最多 50000 字')
    expect(answer.text).toContain(`value="${given.subject}"`)
    expect(answer.text).toContain('建'.repeat(50_000))
    expect(answer.text.length).toBeLessThan(500_000)
    expect(await rowsOf(given.officialNo)).toEqual([])
  })

  it.each([
    ['NUL', '段\u0000长风'],
    ['a direction mark', '段\u202E长风'],
  ])('with %s in a name is 400 at the name', async (_what, sponsors) => {
    const answer = await registrar.post('/proposals/new', form({ sponsors, sponsorKind: 'individual' }))
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('href="#f-sponsors"')
  })

  it('takes markup and emoji in a name as the characters they are', async () => {
    const given = form({ sponsors: '段长风</w:t>🙂', sponsorKind: 'individual' })
    expect((await registrar.post('/proposals/new', given)).status).toBe(303)
    const { text } = await registrar.get(`/proposals?q=${given.officialNo}`)
    expect(text).toContain('段长风&lt;/w:t&gt;🙂')
  })

  it.each([
    ['a day that does not exist', { assignedOn: '2026-02-30' }, 'assignedOn'],
    ['a year nobody means', { assignedOn: '9999-12-31', receivedOn: '9999-12-31' }, 'assignedOn'],
    ['a receipt before the hand-over', { receivedOn: '2026-03-01' }, 'receivedOn'],
    ['a meeting of the other track', { track: 'npc' }, 'meetingId'],
    ['a meeting that is no id', { meetingId: "x'; drop table proposal" }, 'meetingId'],
  ])('with %s is 400 at its field', async (_what, over, field) => {
    const answer = await registrar.post('/proposals/new', form(over))
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(`href="#f-${field}"`)
  })

  it('is the registrar’s alone', async () => {
    const coordinator = await signedIn('zonghe')
    expect((await coordinator.get('/proposals/new')).status).toBe(404)
    expect((await coordinator.post('/proposals/new', form())).status).toBe(404)
  })
})
