import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf, type Answer } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'
import { documentText } from '../support/read-docx'

let house: RunningHouse
let coordinator: Client
let registrar: Client

beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  coordinator = await signedIn('zonghe')
  registrar = await signedIn('dengji')
}, 120_000)
afterAll(() => house.stop())

const signedIn = (login: string) => new Client(house.address).signIn(login, demoPassword)

const numbersIn = (state: string) =>
  onHouse(house.superuserUrl, async (sql) => {
    const rows = await sql<{ no: string }[]>`select register_no as no from proposal where state = ${state} order by 1`
    return rows.map((row) => row.no)
  }) // prettier-ignore

const rowOf = (number: string) =>
  onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql<{ state: string; subject: string; text: string; version: number }[]>`
      select state, subject, text, version from proposal where register_no = ${number}`
    if (!row) throw new Error(`no ${number}`)
    return row
  })

const divisionId = () =>
  onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql<{ id: string }[]>`select id from division order by position limit 1`
    return row?.id ?? ''
  })

/** Registers one through the form, as a browser without scripts does. */
async function register(over: Record<string, string> = {}): Promise<string> {
  const { text } = await registrar.get('/proposals/new')
  const meetingId = /<option value="([^"]+)">[^<]*政协[^<]*<\/option>/.exec(text)?.[1] ?? ''
  const answer = await registrar.post('/proposals/new', {
    key: randomUUID(), track: 'cppcc', meetingId, sessionKind: 'plenary', officialNo: randomUUID().slice(0, 12),
    subject: '关于增设共享自习室的提案', text: '学生放学无处学习。\n建议：\n一是开放社区用房；二是延长图书馆时间。', asks: '',
    sponsorKind: 'individual', sponsors: '段长风', assigningUnitId: '', assignedOn: '2026-11-02', receivedOn: '2026-11-02', ...over,
  }) // prettier-ignore
  expect(answer.status).toBe(303)
  return /\/proposals\/([\d-]+)/.exec(answer.headers.get('Location') ?? '')?.[1] ?? ''
}

/** A page's words, without the marks React leaves between them. */
const said = ({ text }: Answer) => text.replaceAll('<!-- -->', '')

const toTriage = async (number: string) => {
  const { version } = await rowOf(number)
  const done = await registrar.post(`/proposals/${number}/triage`, { key: randomUUID(), version: String(version) })
  expect(done.status).toBe(303)
} // prettier-ignore

async function untilDone(address: string) {
  for (let i = 0; i < 100; i++) {
    const { text } = await coordinator.get(address)
    if (text.includes('已办完')) return text
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the batch did not end')
}

describe('registering', () => {
  it('先查重复 finds what is like it, registers nothing and keeps all that was typed', async () => {
    const [number] = await numbersIn('handling')
    const { subject, text } = await rowOf(number ?? '')
    const before = (await numbersIn('registered')).length
    const answer = await registrar.post('/proposals/new', {
      key: randomUUID(), look: 'yes', subject, text, officialNo: '', sponsors: '某人', sponsorKind: 'individual',
    }) // prettier-ignore
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('疑似重复')
    expect(answer.text).toContain(`/proposals/${number}`)
    expect(answer.text).toContain('某人')
    expect(await numbersIn('registered')).toHaveLength(before)
  })
})

describe('triage', () => {
  it('shows the like, lets it be linked as 同题旧案 from a plain form, and shows it on both', async () => {
    const older = await register({ subject: '关于共享自习室的提案' })
    const newer = await register()
    const page = await registrar.get(`/proposals/${newer}/triage`)
    expect(page.text).toContain('相似的建议提案')
    expect(page.text).toContain(`/proposals/${older}`)
    const similar = await registrar.get(`/proposals/${newer}/similar`)
    expect(similar.text).toContain('都提到“共享自习室”')
    const linked = await registrar.post(`/proposals/${newer}/similar`, {
      key: fieldOf(similar.text, 'key'),
      registerNo: older,
    })
    expect(linked.headers.get('Location')).toBe(`/proposals/${newer}/similar?done=linked`)
    expect(said(await registrar.get(`/proposals/${newer}`))).toContain('同题旧案 1 件')
    expect(said(await registrar.get(`/proposals/${older}/similar`))).toContain('后来又提 1 件')
    const wrong = await registrar.post(`/proposals/${newer}/similar`, { key: randomUUID(), registerNo: '1999-0001' })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('找不到这个登记号')
    expect((await (await signedIn('duban')).post(`/proposals/${newer}/similar`, { key: randomUUID(), registerNo: older })).status).toBe(403)
  }) // prettier-ignore

  it('offers the asks of the text as lines to change, each with its place', async () => {
    const number = await register()
    const { text } = await registrar.get(`/proposals/${number}/asks`)
    expect(text).toContain('开放社区用房\n延长图书馆时间。</textarea>')
    expect(text).toContain('出自正文第 3 段，“一是”')
  })

  it('suggests a division with its reason, which a click chooses', async () => {
    const [known] = await numbersIn('handling')
    const { subject, text } = await rowOf(known ?? '')
    const number = await register({ subject, text })
    await toTriage(number)
    const page = await coordinator.get(`/proposals/${number}/allocation`)
    expect(page.text).toContain(`相似的 ${known} 由本处室承办`)
    const href =
      /href="([^"]*allocation\?division=[^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const chosen = await coordinator.get(href)
    const division = new URL(href, house.address).searchParams.get('division') ?? ''
    expect(chosen.text).toMatch(new RegExp(`<option value="${division}" selected`))
  })
})

describe('a selected list', () => {
  it('is confirmed item by item, allocated as a batch, and its 转办单 is one file', async () => {
    const numbers = [await register(), await register(), await register()]
    for (const number of numbers.slice(0, 2)) await toTriage(number)
    const list = await coordinator.get('/proposals')
    expect(list.text).toContain('本页全部')
    const query = new URLSearchParams([['act', 'allocate'], ...numbers.map((n) => ['item', n])]).toString()
    const page = await coordinator.get(`/proposals/selection?${query}`)
    expect(page.text).toContain('选中 3 件，可以办 2 件')
    const items = [...page.text.matchAll(/name="item" value="([^"]+)"/g)].map(([, value]) => value ?? '')
    expect(items.map((item) => item.split('~')[0])).toEqual(numbers.slice(0, 2))
    const form = { key: fieldOf(page.text, 'key'), act: 'allocate', item: items }
    const bad = await coordinator.post(`/proposals/selection?${query}`, { ...form, key: randomUUID(), handlingRole: 'lead' })
    expect(bad.status).toBe(400)
    expect(bad.text).toContain('请选择承办处室')
    const going = { ...form, handlingRole: 'lead', divisionId: await divisionId(), leadUnitId: '' }
    const started = await coordinator.post(`/proposals/selection?${query}`, going)
    expect(started.status).toBe(303)
    const again = await coordinator.post(`/proposals/selection?${query}`, going)
    expect(again.headers.get('Location')).toBe(started.headers.get('Location'))
    await untilDone(started.headers.get('Location') ?? '')
    expect(await Promise.all(numbers.map(async (n) => (await rowOf(n)).state))).toEqual(['assigned', 'assigned', 'registered'])

    const sheets = await coordinator.get(`/proposals/selection?act=sheets&${query.replace('act=allocate&', '')}`)
    const href = /href="([^"]*transfer-sheets\.docx[^"]*)"/.exec(sheets.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const file = await coordinator.get(href)
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment/)
    expect(documentText(file.bytes).filter((t) => numbers.includes(t))).toEqual(numbers.slice(0, 2))
    const one = await coordinator.get(`/proposals/${numbers[0]}/transfer-sheet`)
    expect(documentText(one.bytes)).toContain('承办处室签收')
    expect((await coordinator.get(`/proposals/${numbers[2]}/transfer-sheet`)).status).toBe(403)
  }) // prettier-ignore

  it('leaves alone what changed between confirming and working, and says so', async () => {
    const number = await register()
    await toTriage(number)
    const { version } = await rowOf(number)
    const form = { key: randomUUID(), act: 'key', item: `${number}~${version - 1}`, reason: '主席会议确定' }
    const started = await coordinator.post('/proposals/selection', form)
    const text = await untilDone(started.headers.get('Location') ?? '')
    expect(text).toContain('未办成')
    expect(text).toContain('刚有变化')
  })

  it('can be all that a filter shows, and is exported as selected', async () => {
    const whole = await coordinator.get('/proposals/selection?act=export&whole=yes&filter=state%3Dhandling')
    const handling = await numbersIn('handling')
    expect(whole.text).toContain(`选中 ${handling.length} 件`)
    const href = /href="([^"]*selection\.xlsx[^"]*)"/.exec(whole.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const book = unzipSync((await coordinator.get(href)).bytes)
    const cells = strFromU8(
      book['xl/sharedStrings.xml'] ?? book['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    )
    for (const number of handling) expect(cells).toContain(number)
  })

  it('does nothing for who may not, and shows nothing he may not see', async () => {
    const [number] = await numbersIn('handling')
    const supervisor = await signedIn('duban')
    expect((await supervisor.get(`/proposals/selection?act=allocate&item=${number}`)).text).toContain('这一项不由您办')
    const { version } = await rowOf(number ?? '')
    const form = { key: randomUUID(), act: 'key', item: `${number}~${version}`, reason: '督办' }
    expect((await supervisor.post('/proposals/selection', form)).status).toBe(403)
    const other = await signedIn('shefa')
    const [hidden] = await numbersIn('registered')
    expect((await other.get(`/proposals/selection?act=export&item=${hidden}`)).text).toContain('没有选中要办的件')
    expect((await other.get(`/proposals/${hidden}/transfer-sheet`)).status).toBe(404)
    expect((await coordinator.get('/proposals/selection?act=nonsense&item=x')).status).toBe(200)
  }) // prettier-ignore
})

describe('the list', () => {
  it('is searched in the text, by number, and of nothing it says so', async () => {
    const number = await register({ text: '请为鹮鸟保护区增设观察哨。' })
    expect((await coordinator.get('/proposals?q=%E9%B9%AE%E9%B8%9F')).text).toContain(`/proposals/${number}`)
    expect((await coordinator.get(`/proposals?q=${number}`)).text).toContain(`/proposals/${number}`)
    expect((await coordinator.get('/proposals?q=%E9%BE%98%E9%BE%98')).text).toContain('没有符合条件')
    expect((await (await signedIn('shefa')).get('/proposals?q=%E9%B9%AE%E9%B8%9F')).text).toContain(
      '没有符合条件',
    )
  })
})
