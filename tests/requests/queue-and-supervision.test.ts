import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '~/db/client.server'
import { allocate } from '~/domain/allocation/allocate.server'
import { registerProposal } from '~/domain/intake/register-proposal.server'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf } from '../support/client'
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

const known = new Map<string, Promise<Client>>()
function signedIn(login: string): Promise<Client> {
  const coming = known.get(login) ?? new Client(house.address).signIn(login, demoPassword)
  known.set(login, coming)
  return coming
}

const one = <R extends object>(query: string, ...values: string[]) =>
  onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql.unsafe<R[]>(query, values)
    if (!row) throw new Error(`nothing found by ${query}`)
    return row
  })
const divisionNamed = async (name: string) =>
  (await one<{ id: string }>('select id from division where name = $1', name)).id
const userNamed = async (login: string) =>
  (await one<{ id: string }>('select id from app_user where login = $1', login)).id

const times = () => ({ now: new Date(), realNow: new Date() })

/** A fresh proposal that waits in a division to be signed for. */
async function waitingIn(division: string, subject: string): Promise<string> {
  const registrar = await demoViewer(house.superuserUrl, 'dengji')
  const { id: meetingId } = await one<{ id: string }>(`select id from meeting where track = 'cppcc'`)
  const { proposalId } = await registerProposal(as(registrar, times()), {
    track: 'cppcc', meetingId, sessionKind: 'plenary', officialNo: randomUUID().slice(0, 12), subject, text: '正文',
    sponsorKind: 'individual', sponsors: ['段长风'], assigningUnitId: null, receivedOn: '2026-11-02', assignedOn: '2026-11-02',
    isWide: false, priority: 'normal',
  }) // prettier-ignore
  await submitForTriage(as(registrar, times()), { proposalId })
  await allocate(
    as(await demoViewer(house.superuserUrl, 'zonghe'), times()),
    { proposalId },
    { divisionId: await divisionNamed(division), handlingRole: 'sole', leadUnitId: null },
  )
  return proposalId
}

const proposalOf = (id: string) =>
  one<{ state: string; handler: string | null; no: string }>(
    'select p.state, u.login as handler, p.register_no as no from proposal p left join app_user u on u.id = p.handler_id where p.id = $1',
    id,
  )

/** The forms of the queue's page, by what they do. */
const formOf = (html: string, how: 'self' | 'give') =>
  (html.match(/<form[^]*?<\/form>/g) ?? []).find((form) => form.includes(`value="${how}"`)) ?? ''
const carried = (form: string) => ({
  key: fieldOf(form, 'key'),
  divisionId: fieldOf(form, 'divisionId'),
  shown: fieldOf(form, 'shown'),
  how: fieldOf(form, 'how'),
})

describe('the queue of a division', () => {
  it('is for division heads and handlers; for others it looks absent', async () => {
    for (const login of ['zonghe', 'duban', 'caizheng', 'shenji']) {
      const client = await signedIn(login)
      expect((await client.get('/queue')).status, login).toBe(404)
      expect((await client.post('/queue', { key: randomUUID() })).status, login).toBe(404)
    }
  })

  it('shows a handler whose turn it is, and refuses him by name', async () => {
    const client = await signedIn('chengban2')
    const page = await client.get('/queue')
    expect(page.text).toMatch(/aria-disabled="true"[^>]*>取下一件/)
    expect(page.text).toContain('陆怀远')
    expect(formOf(page.text, 'give')).toBe('')
    const answer = await client.post('/queue', {
      key: randomUUID(),
      divisionId: await divisionNamed('成果转化处'),
      how: 'give',
      handlerId: await userNamed('chengban2'),
    })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('处室负责人陆怀远')
  })

  it('proposes the handler with the least under way, and gives it to him in one press', async () => {
    const client = await signedIn('chuzhang')
    const form = formOf((await client.get('/queue')).text, 'give')
    const suggested = /<option value="([^"]+)" selected="">([^<]+)/.exec(form)
    expect(suggested?.[2]).toBe('叶蓁（在办 0 件，最少）')
    const given = await client.post('/queue', { ...carried(form), handlerId: suggested?.[1] ?? '' })
    expect(given.status).toBe(303)
    const number = fieldOf(form, 'shown')
    expect(given.headers.get('location')).toBe(`/proposals/${number}?done=given`)
    expect((await client.get(`/proposals/${number}?done=given`)).text).toContain('已签收并交给承办人')
    const again = await client.post('/queue', { ...carried(form), handlerId: suggested?.[1] ?? '' })
    expect(again.headers.get('location')).toBe(given.headers.get('location'))
    const other = await client.post('/queue', { ...carried(form), handlerId: await userNamed('chengban') })
    expect(other.status).toBe(409)
  })

  it('answers 400 at the field without a handler or with another division’s, and keeps the choice', async () => {
    await waitingIn('成果转化处', '关于等人签收的提案')
    const client = await signedIn('chuzhang')
    const form = formOf((await client.get('/queue')).text, 'give')
    for (const handlerId of ['', 'nonsense', await userNamed('shefa')]) {
      const answer = await client.post('/queue', { ...carried(form), handlerId })
      expect(answer.status, handlerId).toBe(400)
      expect(answer.text).toMatch(/请选择承办人|请重新选择/)
    }
    for (const broken of [{ how: 'x' }, { divisionId: 'x' }])
      expect((await client.post('/queue', { ...carried(form), ...broken })).status).toBe(400)
    const elsewhere = { ...carried(form), divisionId: await divisionNamed('社会发展科技处') }
    expect((await client.post('/queue', { ...elsewhere, handlerId: await userNamed('shefa') })).status).toBe(
      404,
    )
  })

  it('lets a head who also handles take the next for himself; who comes second gets the one after', async () => {
    const [first, next] = [
      await waitingIn('社会发展科技处', '关于先来的提案'),
      await waitingIn('社会发展科技处', '关于后来的提案'),
    ]
    const client = await signedIn('shefa')
    const drawn = formOf((await client.get('/queue')).text, 'self')
    expect(drawn).toContain('关于先来的提案')
    const later = { ...carried(drawn), key: randomUUID() }
    const took = await client.post('/queue', carried(drawn))
    expect(took.headers.get('location')).toMatch(/\?done=taken$/)
    expect(await proposalOf(first)).toMatchObject({ state: 'handling', handler: 'shefa' })
    const instead = await client.post('/queue', later)
    const { no } = await proposalOf(next)
    expect(instead.headers.get('location')).toBe(`/proposals/${no}?done=taken_instead`)
    const page = await client.get(`/proposals/${no}?done=taken_instead`)
    expect(page.text).toContain('您看到的那一件刚被同事取走')
    const nothing = await client.post('/queue', { ...later, key: randomUUID() })
    expect(nothing.status).toBe(409)
    expect(nothing.text).toContain('没有您能取的件')
  })
})

describe('the calendar of what is due', () => {
  it('links each day to its list and each proposal to its page, by month and by week', async () => {
    const client = await signedIn('zonghe')
    const { due_on: day, n } = await one<{ due_on: string; n: string }>(
      `select due_on::text, count(*) as n from proposal_access where party = 'bureau' and due_on < '9999-01-01' group by 1 order by 2 desc limit 1`,
    )
    const month = day.slice(0, 7)
    for (const view of ['month', 'weeks']) {
      const { status, text } = await client.get(`/due?month=${month}&view=${view}`)
      expect(status).toBe(200)
      expect(text).toMatch(/href="\/proposals\/\d{4}-\d+"/)
    }
    const { text } = await client.get(`/due?month=${month}`)
    expect(text).toContain(`/proposals?on=${day}">${n}<!-- --> 件`)
    const list = await client.get(`/proposals?on=${day}`)
    expect(list.text.match(/data-l="编号"/g)).toHaveLength(Number(n))
  })

  it('names three of a day and leads to the rest', async () => {
    for (let i = 0; i < 5; i++) await waitingIn('规划与政策处', `关于同一天到期的提案${i}`)
    const { due_on: day } = await one<{ due_on: string }>(
      `select a.due_on::text from proposal_access a join proposal p on p.id = a.proposal_id
       where a.party = 'bureau' and p.subject = '关于同一天到期的提案0'`,
    )
    const division = await divisionNamed('规划与政策处')
    const { text } = await (
      await signedIn('zonghe')
    ).get(`/due?month=${day.slice(0, 7)}&division=${division}`)
    expect(text.match(/关于同一天到期的提案\d<\/a>/g)).toHaveLength(3)
    expect(text).toContain(`href="/proposals?division=${division}&amp;on=${day}">还有 <!-- -->2<!-- --> 件`)
  })

  it('takes nonsense as no filter, and shows nothing of another division', async () => {
    const client = await signedIn('chengban2')
    for (const query of ['month=2026-13', 'view=x', 'division=x&handler=%00', 'mine=perhaps'])
      expect((await client.get(`/due?${query}`)).status, query).toBe(200)
    const { text } = await (await signedIn('shefa')).get('/due?month=2026-12')
    expect(text).not.toContain('关于科普场馆夜间开放的建议')
    expect(text).not.toContain('关于同一天到期的提案')
  })

  it('is not for units nor administrators', async () => {
    expect((await (await signedIn('caizheng')).get('/due')).headers.get('location')).toBe('/asked')
    const { text } = await (await signedIn('shenji')).get('/due')
    expect(text).not.toMatch(/\/proposals\/\d{4}-/)
  })
})

describe('supervision', () => {
  it('is for supervisors and the coordinator; for others it looks absent, the export too', async () => {
    for (const login of ['chengban', 'chuzhang', 'juzhang', 'caizheng', 'xitong', 'shenji'])
      for (const path of ['/supervision', '/supervision/list.xlsx'])
        expect((await (await signedIn(login)).get(path)).status, `${login} ${path}`).toBe(404)
    for (const login of ['duban', 'zonghe'])
      expect((await (await signedIn(login)).get('/supervision')).status).toBe(200)
  })

  it('opens from each figure a list of as many', async () => {
    const client = await signedIn('duban')
    const { text } = await client.get('/supervision')
    const figures = [...text.matchAll(/<a href="(\/supervision[^"]*)" aria-label="([^"]+) (\d+) 件"/g)]
    expect(figures.length).toBeGreaterThan(8)
    for (const [, href = '', label, count] of figures) {
      const list = await client.get(href.replaceAll('&amp;', '&').replace('#list', ''))
      expect(list.text.match(/data-l="编号"/g), label).toHaveLength(Number(count))
    }
  })

  it('puts the longest late first, and closes with what stands or has no term', async () => {
    const { text } = await (await signedIn('duban')).get('/supervision')
    const tones = [...text.matchAll(/data-l="剩余"><span class="(?:due due-)?(\w+)"/g)].map(([, t]) => t)
    const untimed = ['mute', 'hold']
    const order = ['late', 'soon', 'ok', ...untimed]
    expect(tones[0]).toBe('late')
    const from = tones.findIndex((t) => untimed.includes(t ?? ''))
    expect(from).toBeGreaterThan(0)
    expect(tones.slice(from).every((t) => untimed.includes(t ?? ''))).toBe(true)
    expect(tones.filter((t) => t === 'late')).toEqual(tones.slice(0, tones.lastIndexOf('late') + 1))
    expect(tones.every((t) => order.includes(t ?? ''))).toBe(true)
  })

  it('filters by the unit that owes, names it, and leads to where it is urged', async () => {
    const unit = (await one<{ id: string }>(`select id from unit where short_name = '市人力社保局'`)).id
    const { text } = await (await signedIn('zonghe')).get(`/supervision?unit=${unit}`)
    expect(text.match(/data-l="编号"/g)).toHaveLength(1)
    expect(text).toMatch(/1<!-- -->\/<!-- -->3/)
    expect(text).toContain('市人力社保局未复会办')
    expect(text).toMatch(/href="\/proposals\/[^"]+\/co-handling">催会办/)
    const supervisor = await (await signedIn('duban')).get(`/supervision?unit=${unit}`)
    expect(supervisor.text).toContain('>看会办<')
    expect(supervisor.text).not.toContain('催会办')
  })

  it.each(['state=x', 'due=soon', 'unit=1', 'division=%00', 'after=2026-99-99~x', 'q=%00'])(
    'takes nonsense in the address as no filter: %s',
    async (query) => {
      const client = await signedIn('duban')
      const rows = (text: string) => text.match(/data-l="编号"/g)?.length
      const all = rows((await client.get('/supervision')).text)
      const answer = await client.get(`/supervision?${query}`)
      expect([answer.status, rows(answer.text)]).toEqual([200, all])
    },
  )

  it('keeps what a supervisor may not know: no names of the bureau’s people', async () => {
    const client = await signedIn('duban')
    for (const path of ['/supervision', '/proposals', '/due?view=weeks']) {
      const { text } = await client.get(path)
      expect(text, path).not.toContain('沈知白')
      expect(text, path).not.toContain('承办人')
    }
    expect((await client.get('/proposals')).text).toContain('已签收')
  })

  it('exports what the filter shows, as text, with who owes', async () => {
    const client = await signedIn('zonghe')
    await waitingIn('规划与政策处', '=HYPERLINK("http://x")公式')
    const { bytes, headers } = await client.get('/supervision/list.xlsx?state=assigned')
    expect(headers.get('content-disposition')).toContain(encodeURIComponent('督办清单'))
    const files = unzipSync(bytes)
    expect(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toMatch(/<f[ >]/)
    const strings = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array())
    expect(strings).toContain('=HYPERLINK')
    expect(strings).toContain('未复会办单位')
    expect(strings).not.toContain('关于支持中小企业共享大型科研仪器的建议')
    const { bytes: all } = await client.get('/supervision/list.xlsx')
    expect(strFromU8(unzipSync(all)['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('市人力社保局')
  })
})

describe('the list', () => {
  it('says under 1/3 which request stands worst and until when the next opinion is owed', async () => {
    const { text } = await (await signedIn('zonghe')).get('/proposals?q=0217')
    expect(text).toMatch(/1\/3<small>已送达<\/small><span class="due due-(late|soon|ok)">/)
    const { dueOn } = await one<{ dueOn: string }>(
      `select min(r.due_on)::text as "dueOn" from request r join proposal p on p.id = r.proposal_id
       where p.official_no = '0217' and r.state = 'sent'`,
    )
    expect(text).toContain(`最早</span>${dueOn.slice(5)}`)
  })

  it('is narrowed by division and handler, as its address says', async () => {
    const client = await signedIn('zonghe')
    const handler = await userNamed('chengban')
    const { text } = await client.get(
      `/proposals?handler=${handler}&division=${await divisionNamed('成果转化处')}`,
    )
    expect(text).toContain('成果转化处，沈知白承办')
    expect(text).toContain('关于支持中小企业共享大型科研仪器的建议')
    const none = await client.get(`/proposals?handler=${handler}&division=${await divisionNamed('办公室')}`)
    expect(none.text).toContain('没有符合条件的建议提案')
  })
})
