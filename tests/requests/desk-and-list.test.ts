import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '~/db/client.server'
import { registerProposal } from '~/domain/intake/register-proposal.server'
import type { Registration } from '~/domain/intake/registration'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client } from '../support/client'
import { demoViewer, onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'
import { as } from '../support/story'

let house: RunningHouse

beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  openDatabase(house.ownerUrl)
}, 120_000)
afterAll(async () => {
  await closeDatabase()
  await house.stop()
})

const signedIn = (login: string) => new Client(house.address).signIn(login, demoPassword)

async function register(over: Partial<Registration> = {}) {
  const registrar = await demoViewer(house.superuserUrl, 'dengji')
  const meetingId = await onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql<{ id: string }[]>`select id from meeting where track = 'cppcc'`
    return row?.id ?? ''
  })
  const given: Registration = {
    track: 'cppcc', meetingId, sessionKind: 'plenary', officialNo: randomUUID().slice(0, 12), subject: '关于清单的提案',
    text: '正文', sponsorKind: 'individual', sponsors: ['段长风'], assigningUnitId: null, receivedOn: '2026-11-02',
    assignedOn: '2026-11-02', isWide: false, priority: 'normal', ...over,
  } // prettier-ignore
  await registerProposal(as(registrar, { now: new Date(), realNow: new Date() }), given)
  return given
}

const rowsOf = (html: string) => html.match(/<tr class="w-[a-z]+">.*?<\/tr>/gs) ?? []

describe('the desk', () => {
  it('shows what waits for the handler, nearly late before late before the rest, each with its reason', async () => {
    const { text } = await (await signedIn('chengban')).get('/desk')
    const tones = rowsOf(text).map((row) => /w-([a-z]+)/.exec(row)?.[1])
    expect(tones.length).toBeGreaterThan(3)
    const order = ['soon', 'late', 'ok', 'hold']
    expect(tones).toEqual(tones.toSorted((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')))
    const reasons = [...text.matchAll(/class="why-here">([^<]+)/g)].map(([, reason]) => reason)
    expect(reasons).toHaveLength(tones.length)
    for (const reason of reasons)
      expect(reason).toMatch(/^(重点件，)?(.*到期.*|已超期.*|未临期，按期限先后|没有期限|暂停中 自 .*)$/)
    expect(reasons.some((reason) => reason?.startsWith('重点件，'))).toBe(true)
    expect(text).toContain('我在等别人')
    expect(text).toContain('去拟稿')
  })

  it('filters by the address, and takes nonsense as no filter', async () => {
    const client = await signedIn('chengban')
    const all = rowsOf((await client.get('/desk')).text).length
    const late = rowsOf((await client.get('/desk?only=late')).text)
    expect(late.length).toBeLessThan(all)
    expect(late.every((row) => row.includes('w-late'))).toBe(true)
    expect(rowsOf((await client.get('/desk?only=x&month=9999-99')).text)).toHaveLength(all)
  })

  it('leads the director to the signature in one press', async () => {
    const { text } = await (await signedIn('juzhang')).get('/desk')
    expect(rowsOf(text).some((row) => /href="\/approvals\/[^"]+">签发</.test(row))).toBe(true)
  })

  it('shows October 2014 as its notice made it: 休, and 班 on the two Saturdays and Sunday', async () => {
    const { text } = await (await signedIn('chengban')).get('/desk?month=2014-10')
    expect(text.match(/<i>休<\/i>/g)).toHaveLength(7)
    expect(text.match(/<i>班<\/i>/g)).toHaveLength(1)
  })

  it('shows an administrator no proposal, and says what he does instead', async () => {
    const client = await signedIn('shenji')
    const { text } = await client.get('/desk')
    expect(text).toContain('verify-log')
    expect(text).not.toContain('/proposals/2026')
    expect((await client.get('/proposals')).text).not.toContain('/proposals/2026')
  })
})

describe('the list', () => {
  it('filters by number, state, role and sponsor, as its address says', async () => {
    const client = await signedIn('zonghe')
    const { officialNo } = await register({ subject: '关于找得到的提案', sponsors: ['独此一人'] })
    for (const query of [`q=${officialNo}`, 'q=找得到', 'q=独此一人', 'state=registered&q=找得到'])
      expect((await client.get(`/proposals?${query}`)).text, query).toContain('关于找得到的提案')
    for (const query of ['state=archived&q=找得到', 'track=npc&q=找得到', 'role=assist&q=找得到', 'q=找不到'])
      expect((await client.get(`/proposals?${query}`)).text).not.toContain('关于找得到的提案</a>')
  })

  it.each([
    'after=2026-99-99~x',
    'after=zzz',
    'q=%00',
    'q=%25%5F',
    'on=2026-02-30',
    'state=x&due=y&track=z',
    'q=%FF',
  ])('takes nonsense in the address as no filter: %s', async (query) => {
    expect((await (await signedIn('zonghe')).get(`/proposals?${query}`)).status).toBe(200)
  })

  it('pages by key, without leaving one out or showing one twice, and exports them all', async () => {
    const made = []
    for (let i = 0; i < 60; i++) made.push((await register({ subject: `关于翻页的提案${i}` })).officialNo)
    const client = await signedIn('zonghe')
    const seen: string[] = []
    let path: string | undefined = '/proposals?q=翻页'
    for (let page = 0; path && page < 5; page++) {
      const { text } = await client.get(path)
      seen.push(...[...text.matchAll(/关于翻页的提案\d+/g)].map(([title]) => title))
      path = /href="(\/proposals\?[^"]+)"[^>]*>下一页/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    const titles = made.map((_, i) => `关于翻页的提案${i}`)
    expect(new Set(seen)).toEqual(new Set(titles))
    const cells = await exported(client, 'q=翻页')
    expect(cells.filter((cell) => cell.startsWith('关于翻页的提案'))).toHaveLength(60)
  })

  it('exports text only: nothing becomes a formula, and numbers keep their zeros', async () => {
    const client = await signedIn('zonghe')
    const tricks = ['=1+1', '+1', '-1', '@SUM(A1)']
    for (const [i, trick] of tricks.entries())
      await register({ subject: `${trick}公式`, officialNo: `00${i}${randomUUID().slice(0, 6)}` })
    const answer = await client.get('/proposals/list.xlsx?q=公式')
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[ -~]+"; filename\*=UTF-8''%E5/,
    )
    const files = unzipSync(answer.bytes)
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).not.toMatch(/<f[ >]/)
    const cells = await exported(client, 'q=公式')
    for (const trick of tricks) expect(cells).toContain(`${trick}公式`)
    expect(cells.filter((cell) => /^00\d/.test(cell))).toHaveLength(4)
  })

  it('exports nothing of another division to a handler', async () => {
    const stranger = await signedIn('shefa')
    const cells = await exported(stranger, '')
    expect(cells.some((cell) => cell === '成果转化处')).toBe(false)
  })
})

async function exported(client: Client, query: string): Promise<string[]> {
  const { bytes } = await client.get(`/proposals/list.xlsx?${query}`)
  const files = unzipSync(bytes)
  const strings = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array())
  const shared = [...strings.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => text)
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  return [...sheet.matchAll(/<c [^>]*t="s"[^>]*><v>(\d+)<\/v>/g)].map(([, i]) => shared[Number(i)] ?? '')
}

describe('a letter’s file', () => {
  it('is downloaded under its number by the bureau, and is absent for others', async () => {
    const [letter] = await onHouse(
      house.superuserUrl,
      (sql) => sql<{ id: string; doc_no: string }[]>`select id, doc_no from letter limit 1`,
    )
    const answer = await (await signedIn('zonghe')).get(`/letters/${letter?.id}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent(letter?.doc_no ?? '')}.docx`,
    )
    expect(answer.bytes.subarray(0, 2).toString()).toBe('PK')
    for (const login of ['caizheng', 'shenji'])
      expect((await (await signedIn(login)).get(`/letters/${letter?.id}`)).status).toBe(404)
    expect((await (await signedIn('zonghe')).get('/letters/nonsense')).status).toBe(404)
  })
})

describe('a page nobody made', () => {
  it('is 404 for reading and for writing', async () => {
    const client = new Client(house.address)
    expect((await client.get('/nowhere/at/all')).status).toBe(404)
    expect((await client.post('/nowhere', {})).status).toBe(404)
  })
})
