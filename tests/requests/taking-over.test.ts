import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { bringList, mappingOf, sendList, takenOverList, untilSaid } from '../support/brought-list'
import { Client, fieldOf } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
let clerk: Client
beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  clerk = await signedIn('dengji')
})
afterAll(() => house.stop())

const signedIn = (login: string) => new Client(house.address).signIn(login, demoPassword)

const registerNo = (officialNo: string) =>
  onHouse(house.superuserUrl, async (sql) => (await sql<{ no: string }[]>`select register_no as no from proposal where official_no = ${officialNo}`)[0]?.no ?? '') // prettier-ignore

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64') // prettier-ignore

function scan(bytes: Uint8Array<ArrayBuffer>, name: string) {
  const form = new FormData()
  form.set('key', randomUUID())
  form.set('scan', new Blob([bytes]), name)
  return form
}

describe('items under way elsewhere', () => {
  it('are shown as what they would become, then marked on every page, and closed with a reason', async () => {
    const columns = (await sendList(clerk, '先看.csv', takenOverList())).headers.get('Location') ?? ''
    const preview = (await clerk.post(columns, (await mappingOf(clerk, columns)).fields)).headers.get('Location') ?? '' // prettier-ignore
    expect((await clerk.get(preview)).text).toContain('接续办理：已答复 · 云科局函〔2026〕9001号')
    await untilSaid(clerk, await bringList(clerk, '在办件.csv', takenOverList()), '已办完')
    const at = `/proposals/${await registerNo('8802')}`
    const { text: list } = await clerk.get('/proposals?state=replied')
    expect(list).toMatch(/关于开放科研仪器的提案[\s\S]{0,300}接续办理/)
    const { text } = await clerk.get(`${at}/letters`)
    for (const said of [
      '接续办理',
      '原系统办理情况',
      '云科局函〔2026〕9001号',
      'A 类',
      '基本满意',
      '不是本系统的复函',
    ])
      expect(text).toContain(said)
    const { text: log } = await clerk.get(`${at}/log`)
    expect(log).toContain(
      '接续办理：原系统已答复，由成果转化处沈知白承办，2026-03-02 答复，云科局函〔2026〕9001号',
    )

    const bad = await clerk.raw(
      `${at}/taken-over/scan`,
      scan(new TextEncoder().encode('<html>'), '函.pdf'),
      {},
    )
    expect([bad.status, bad.text.includes('这里只收')]).toEqual([400, true])
    const kept = await clerk.raw(`${at}/taken-over/scan`, scan(new Uint8Array(png), '原复函.png'), {})
    expect(kept.status, kept.text.slice(0, 400)).toBe(303)
    const { text: after } = await clerk.get(`${at}/letters`)
    const file = /href="(\/files\/[^"]+)"/.exec(after)?.[1] ?? ''
    expect((await clerk.get(file)).bytes.equals(png)).toBe(true)
    expect((await (await signedIn('caizheng')).get(file)).status).toBe(404)

    const coordinator = await signedIn('zonghe')
    const { text: closing } = await coordinator.get(`${at}/closing`)
    const form = { key: fieldOf(closing, 'key'), version: fieldOf(closing, 'version') }
    const refused = await coordinator.post(`${at}/closing`, { ...form, reason: '' })
    expect([refused.status, refused.text.includes('请写明凭什么办结')]).toEqual([400, true])
    const closed = await coordinator.post(`${at}/closing`, {
      ...form,
      key: randomUUID(),
      reason: '原系统已收回执',
    })
    expect(closed.status).toBe(303)
    expect((await clerk.get(at)).text).toContain('已办结')
  }, 60_000)

  it('that are still in handling have no scan to attach', async () => {
    const at = `/proposals/${await registerNo('8801')}`
    const refused = await clerk.raw(`${at}/taken-over/scan`, scan(new Uint8Array(png), '函.png'), {})
    expect(refused.status).toBe(403)
  })
})
