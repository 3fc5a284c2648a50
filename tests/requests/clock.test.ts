import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
beforeAll(async () => {
  house = await startTestHouse({ demo: true })
}, 120_000)
afterAll(() => house.stop())

const as = (login: string) => new Client(house.address).signIn(login, demoPassword)

const acts = ['extension', 'extension-removal', 'pause', 'resume', 'fact-correction'] as const

async function item(officialNo: string) {
  return await onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql<
      { id: string; number: string; assignedOn: string; replyId: string; dueOn: string }[]
    >`
      select p.id, p.register_no as number, p.assigned_on::text as "assignedOn", d.id as "replyId", d.due_on::text as "dueOn"
      from proposal p join deadline d on d.proposal_id = p.id and d.kind = 'reply' where p.official_no = ${officialNo}`
    if (!row) throw new Error(`no proposal ${officialNo}`)
    return { ...row, at: (act: string) => `/proposals/${row.number}/${act}` }
  })
}

const key = () => ({ key: randomUUID() })
/** In Shanghai, whatever the hour here. */
const tomorrow = () => new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10)
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

describe('the acts of the clock', () => {
  it('are absent for those who cannot see the proposal, and refused to others with who can help', async () => {
    const { at } = await item('0231')
    const id = randomUUID()
    const reason = '理由'
    const whole = {
      extension: { deadlineId: id, amount: '1', approvalDocument: '批文', reason },
      'extension-removal': { extensionId: id, reason },
      pause: { pausedOn: '2026-11-01', reason },
      resume: { resumedOn: '2026-11-01', reason },
      'fact-correction': { fact: 'assigned', day: '2026-11-01', reason },
    }
    const [stranger, handler] = await Promise.all([as('shefa'), as('chengban')])
    for (const act of acts) {
      expect((await stranger.get(at(act))).status, act).toBe(404)
      expect((await stranger.post(at(act), { ...key(), ...whole[act] })).status, act).toBe(404)
      const page = await handler.get(at(act))
      expect(page.status, act).toBe(200)
      expect(page.text, act).toContain('这一步不由您办理')
    }
    const refused = await handler.post(at('pause'), {
      ...key(),
      pausedOn: '2026-11-01',
      reason: '我想停一停',
    })
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('综合处')
    expect(refused.text).toContain('我想停一停')
  })

  it('keep what was typed when a field is refused', async () => {
    const { at, replyId } = await item('0231')
    const coordinator = await as('zonghe')
    const extension = { deadlineId: replyId, amount: '4', approvalDocument: '云政办函〔2026〕3号', reason: '需多方论证' } // prettier-ignore
    const beyond = await coordinator.post(at('extension'), { ...key(), ...extension })
    expect(beyond.status).toBe(400)
    expect(beyond.text).toContain('最长 6 个月')
    expect(fieldOf(beyond.text, 'approvalDocument')).toBe('云政办函〔2026〕3号')
    expect(beyond.text).toContain('需多方论证')
    for (const amount of ['', '0', '1.5', 'x', '1e400'])
      expect(
        (await coordinator.post(at('extension'), { ...key(), ...extension, amount })).status,
        amount,
      ).toBe(400)
    const late = await coordinator.post(at('pause'), { ...key(), pausedOn: tomorrow(), reason: '等上级政策' })
    expect(late.status).toBe(400)
    expect(late.text).toContain('不能晚于今天')
    expect(late.text).toContain('等上级政策')
    const wrong = await coordinator.post(at('fact-correction'), { ...key(), fact: 'assigned', day: '2026-02-30', reason: '写错了' }) // prettier-ignore
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('写错了')
  })
})

describe('a correction', () => {
  it('is shown before it is made, and a confirmation of days that have moved since is a conflict', async () => {
    const { id, at, assignedOn, replyId, dueOn } = await item('0217')
    const coordinator = await as('zonghe')
    const day = dayBefore(assignedOn)
    const asked = { fact: 'assigned', day, reason: '交办单早一天' }
    const preview = await coordinator.post(at('fact-correction'), { ...key(), ...asked })
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('还没有更正')
    expect(preview.text).toContain(dueOn)
    const seen = fieldOf(preview.text, 'seen')
    expect(seen).toMatch(new RegExp(`^${replyId} ${dueOn} `))
    const recorded = () =>
      onHouse(house.superuserUrl, async (sql) => (await sql`select assigned_on::text as day from proposal where id = ${id}`)[0]?.['day']) // prettier-ignore
    expect(await recorded()).toBe(assignedOn)

    const extension = { deadlineId: replyId, amount: '1', approvalDocument: '云政办函〔2026〕3号', reason: '需多方论证' } // prettier-ignore
    expect((await coordinator.post(at('extension'), { ...key(), ...extension })).status).toBe(303)
    const stale = await coordinator.post(at('fact-correction'), { ...key(), ...asked, seen })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('期限又有了变化')
    expect(stale.text).toContain('交办单早一天')
    expect(await recorded()).toBe(assignedOn)

    const again = await coordinator.post(at('fact-correction'), { ...key(), ...asked })
    const confirmed = { ...asked, key: fieldOf(again.text, 'key'), seen: fieldOf(again.text, 'seen') }
    const [one, two] = await Promise.all([
      coordinator.post(at('fact-correction'), confirmed),
      coordinator.post(at('fact-correction'), confirmed),
    ])
    expect([one.status, two.status]).toEqual([303, 303])
    expect(await recorded()).toBe(day)
    const events = await onHouse(house.superuserUrl, (sql) => sql`select 1 from event where proposal_id = ${id} and kind = 'correct_fact'`) // prettier-ignore
    expect(events).toHaveLength(1)
  })
})

describe('a paused proposal', () => {
  it('says so on its page, in the list and in the exported table, with the basis of the day', async () => {
    const { number, at } = await item('0187')
    const coordinator = await as('zonghe')
    const today = new Date().toISOString().slice(0, 10)
    const paused = await coordinator.post(at('pause'), { ...key(), pausedOn: today, reason: '等上级政策' })
    expect(paused.headers.get('location')).toContain('done=paused')
    const { text } = await coordinator.get(`/proposals/${number}`)
    expect(text).toContain(`暂停中 自 ${today.slice(5)}`)
    expect(text).toContain('期间不计，恢复后顺延')
    expect(text).toContain('恢复计时')
    const list = await coordinator.get('/proposals?q=0187')
    expect(list.text).toContain(`暂停中 自 ${today.slice(5)}`)
    const files = unzipSync((await coordinator.get('/proposals/list.xlsx?q=0187')).bytes)
    const strings = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array())
    expect(strings).toContain('期限依据')
    expect(strings).toMatch(/交办 [^<]+；暂停中，恢复后顺延。依据：[^<]+第五十一条/)
    expect(strings).toContain('>暂停<')
  })
})
