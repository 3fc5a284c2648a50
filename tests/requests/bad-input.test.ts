import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
beforeAll(async () => {
  house = await startTestHouse({ demo: true })
})
afterAll(() => house.stop())

const as = (login: string) => new Client(house.address).signIn(login, demoPassword)

type Row = { id: string; registerNo: string; version: number }

const proposalNo = (officialNo: string) =>
  onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql<
      Row[]
    >`select id, register_no as "registerNo", version from proposal where official_no = ${officialNo}`
    if (!row) throw new Error(`no proposal ${officialNo}`)
    return row
  })

const eventsOf = (id: string, kind: string) =>
  onHouse(house.superuserUrl, async (sql) =>
    Number(
      (await sql`select count(*) as n from event where proposal_id = ${id} and kind = ${kind}`)[0]?.['n'],
    ),
  )

describe('a step out of turn', () => {
  it('is 403, says whose turn it is, and moves nothing', async () => {
    const { registerNo, id } = await proposalNo('0176')
    const deputy = await as('fenguan')
    const page = await deputy.get(`/approvals/${registerNo}`)
    const hash = /校验码 <!-- -->([0-9a-f]{8})|校验码 ([0-9a-f]{8})/.exec(page.text)
    expect(hash).not.toBeNull()
    const [step] = await onHouse(
      house.superuserUrl,
      (sql) =>
        sql`select s.id, r.frozen_hash as hash from clearance_step s join reply r on r.id = s.reply_id where s.proposal_id = ${id} and s.role = 'deputy'`,
    )
    const answer = await deputy.post(`/approvals/${registerNo}/approval`, {
      key: 'out-of-turn',
      stepId: String(step?.['id']),
      hash: String(step?.['hash']),
    })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('还没有轮到您')
    expect(await eventsOf(id, 'approve_step')).toBe(1)
  })
})

describe('a stale page', () => {
  it('is 409, says what happened meanwhile, and keeps what was typed', async () => {
    const { registerNo, version } = await proposalNo('0253')
    const coordinator = await as('zonghe')
    const form = await coordinator.get(`/proposals/${registerNo}/key-item`)
    expect(Number(fieldOf(form.text, 'version'))).toBe(version)
    await coordinator.post(`/proposals/${registerNo}/key-item`, {
      key: 'first-flag',
      version: String(version),
      reason: '市领导领衔',
    })
    const late = await coordinator.post(`/proposals/${registerNo}/key-item`, {
      key: 'second-flag',
      version: String(version),
      reason: '后来写的理由',
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('列为重点件')
    expect(late.text).toContain('后来写的理由')
  })
})

describe('the same form', () => {
  it('sent twice acts once and answers alike', async () => {
    const { registerNo, id, version } = await proposalNo('0244')
    const registrar = await as('dengji')
    const fields = { key: 'pressed-twice', version: String(version) }
    const [one, two] = await Promise.all([
      registrar.post(`/proposals/${registerNo}/triage`, fields),
      registrar.post(`/proposals/${registerNo}/triage`, fields),
    ])
    expect([one.status, two.status]).toEqual([303, 303])
    expect(one.headers.get('location')).toBe(two.headers.get('location'))
    expect(await eventsOf(id, 'submit_for_triage')).toBe(1)
  })

  it('corrected after “back” under the same key is 409, and the correction is kept', async () => {
    const { registerNo, id } = await proposalNo('0231')
    const handler = await as('chengban')
    const contact = {
      key: 'gone-back',
      heldOn: new Date().toISOString().slice(0, 10),
      channel: 'phone',
      phase: 'during',
      people: '黎晓岚',
      summary: '第一次写的内容',
    }
    expect((await handler.post(`/proposals/${registerNo}/contacts/new`, contact)).status).toBe(303)
    const corrected = await handler.post(`/proposals/${registerNo}/contacts/new`, {
      ...contact,
      summary: '改过的内容',
    })
    expect(corrected.status).toBe(409)
    expect(corrected.text).toContain('改过的内容')
    expect(corrected.text).toContain('已经提交过一次')
    expect(await eventsOf(id, 'log_contact')).toBe(1)
  })
})

describe('hostile characters', () => {
  it('that nobody can see are 400 at the field they stand in', async () => {
    const { registerNo } = await proposalNo('0231')
    const handler = await as('chengban')
    for (const people of ['黎\u0000晓岚', '黎\u202E晓岚', '黎\u2066晓岚']) {
      const answer = await handler.post(`/proposals/${registerNo}/contacts/new`, {
        key: `hidden-${people.codePointAt(1)}`,
        heldOn: '2026-01-05',
        channel: 'phone',
        phase: 'during',
        people,
        summary: '说明',
      })
      expect(answer.status).toBe(400)
      expect(answer.text).toContain('看不见的控制字符')
      expect(answer.text).toContain('说明')
    }
  })

  it('that are only strange are text: mark-up and emoji come back as written', async () => {
    const { registerNo } = await proposalNo('0231')
    const handler = await as('chengban')
    const people = '</w:t><script>alert(1)</script>🙂'
    expect(
      (
        await handler.post(`/proposals/${registerNo}/contacts/new`, {
          key: 'strange-name',
          heldOn: '2026-01-05',
          channel: 'phone',
          phase: 'during',
          people,
          summary: '说明',
        })
      ).status,
    ).toBe(303)
    const page = await handler.get(`/proposals/${registerNo}/contacts`)
    expect(page.text).toContain('&lt;/w:t&gt;&lt;script&gt;alert(1)&lt;/script&gt;🙂')
    expect(page.text).not.toContain('<script>alert(1)')
  })

  it('in the editor’s document are refused with everything typed kept', async () => {
    const { registerNo } = await proposalNo('0187')
    const handler = await as('chengban')
    const page = await handler.get(`/proposals/${registerNo}/draft`)
    const basedOn = fieldOf(page.text, 'basedOn')
    const hostile = [
      {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
            ],
          },
        ],
      },
      { type: 'doc', content: [{ type: 'image', attrs: { src: 'https://elsewhere.example/x.png' } }] },
      { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'paragraph' }] }] },
    ]
    for (const [i, content] of hostile.entries()) {
      const answer = await handler.post(`/proposals/${registerNo}/draft`, {
        key: `hostile-doc-${i}`,
        basedOn,
        title: '改过的标题',
        salutation: '段长风委员：',
        content: JSON.stringify(content),
        text: '',
      })
      expect(answer.status).toBe(400)
      expect(answer.text).toContain('改过的标题')
      expect(answer.text).toContain('编辑器不认识的内容')
    }
  })
})

describe('a field called like a built-in', () => {
  it('is a field like any other', async () => {
    const stranger = new Client(house.address)
    for (const name of ['constructor', '__proto__', 'toString']) {
      const answer = await stranger.post('/login', { login: 'x', password: 'y', [name]: 'z' })
      expect(answer.status, name).toBe(400)
    }
  })
})

describe('an address nobody wrote', () => {
  it.each([
    '/proposals/2026-0001/requests/not-a-uuid/accept',
    '/letters/not-a-uuid',
    '/asked/not-a-uuid',
    '/proposals/2026-0001/receipts/x/link',
    '/approvals/none',
  ])('%s is 404, never 500', async (path) => {
    const person = await as(path.startsWith('/asked') ? 'jiaowei' : 'yongyin')
    expect((await person.get(path)).status).toBe(404)
  })
})
