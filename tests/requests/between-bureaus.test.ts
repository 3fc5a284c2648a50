import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '~/auth/password.server'
import { closeDatabase, openDatabase } from '~/db/client.server'
import { joinBureaus } from '~/domain/between-bureaus/join-bureaus.server'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { addUser } from '~/domain/people/add-user.server'
import { foundBureau } from '~/domain/people/found-bureau.server'
import type { Role } from '~/domain/people/kinds'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf } from '../support/client'
import { demoViewer, onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'
import { as } from '../support/story'

let house: RunningHouse
const clocks = { now: new Date(), realNow: new Date() }

/** The demo bureau, and 市教委 beside it as a bureau of the same house with a registrar and a reader of its own. */
beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  openDatabase(house.ownerUrl)
  const handler = await demoViewer(house.superuserUrl, 'chengban')
  const [home] = await onHouse(house.superuserUrl, (sql) => sql<{ name: string }[]>`select name from bureau`)
  const founded = await foundBureau(
    {
      name: '云汀市教育委员会', shortName: '市教委', region: '市', letterCode: '云教函', opinionCode: '云教提函', isDemo: false,
      divisions: ['职成处'], units: [{ fullName: home?.name ?? '', shortName: '市科技局', kind: 'co_handling' }],
    },
    clocks,
  ) // prettier-ignore
  const passwordHash = await hashPassword(demoPassword)
  const people: [string, Role][] = [['jw-dengji', 'registrar'], ['jw-zonghe', 'coordinator'], ['jw-hegao', 'office_reviewer']] // prettier-ignore
  for (const [login, role] of people)
    await addUser(
      founded.founder,
      { login, name: login, title: '干部', phone: '', passwordHash, memberships: [{ role, divisionId: null, unitId: null }] },
      clocks,
    ) // prettier-ignore
  await joinBureaus(handler.bureauId ?? '', founded.bureauId, clocks)
}, 120_000)
afterAll(async () => {
  await closeDatabase()
  await house.stop()
})

const signedIn = (login: string) => new Client(house.address).signIn(login, demoPassword)

const one = <T extends Record<string, unknown>>(query: string) =>
  onHouse(house.superuserUrl, async (sql) => (await sql.unsafe<T[]>(query))[0])

/** 0231 is in the demo handler's hands. */
async function sent(): Promise<string> {
  const handler = await demoViewer(house.superuserUrl, 'chengban')
  const item = await one<{ id: string }>(`select id from proposal where official_no = '0231'`)
  const unit = await one<{ id: string }>(`select id from unit where short_name = '市教委'`)
  const { requestId } = await sendRequest(
    as(handler, clocks),
    { proposalId: item?.id ?? '' },
    { unitId: unit?.id ?? '', divisionId: null, question: '请就辅导员编制提意见', dueOn: null },
  )
  for (let tries = 0; tries < 150; tries++) {
    if (await one(`select id from incoming_request where id = '${requestId}'`)) return requestId
    await wait(100)
  }
  throw new Error('the request was not carried')
}

describe('会办来件', () => {
  it('comes by itself, is declined or registered without scripts, and the asking side sees it', async () => {
    const registrar = await signedIn('jw-dengji')
    const first = await sent()
    const list = await registrar.get('/incoming')
    expect(list.status).toBe(200)
    expect(list.text).toContain('请就辅导员编制提意见')
    const page = await registrar.get(`/incoming/${first}`)
    expect(page.text).toContain('登记并签收')

    const empty = await registrar.post(`/incoming/${first}`, {
      key: randomUUID(),
      act: 'decline',
      reason: '  ',
    })
    expect(empty.status).toBe(400)
    expect(empty.text).toContain('请写明理由')

    const reader = await signedIn('jw-zonghe')
    expect((await reader.get(`/incoming/${first}`)).text).not.toContain('登记并签收')
    const refused = await reader.post(`/incoming/${first}`, { key: randomUUID(), act: 'take', reason: '' })
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('登记员')

    const key = fieldOf(page.text, 'key')
    const taken = await registrar.post(`/incoming/${first}`, { key, act: 'take', reason: '' })
    expect(taken.status).toBe(303)
    const own = taken.headers.get('location') ?? ''
    expect((await registrar.get(own)).text).toContain('来件已登记')
    expect(
      (await registrar.post(`/incoming/${first}`, { key, act: 'take', reason: '' })).headers.get('location'),
    ).toBe(own)
    const late = await registrar.post(`/incoming/${first}`, { key: randomUUID(), act: 'decline', reason: '不办' }) // prettier-ignore
    expect(late.status).toBe(409)

    for (let tries = 0; tries < 150; tries++) {
      const row = await one<{ state: string }>(`select state from request where id = '${first}'`)
      if (row?.state === 'acknowledged') return
      await wait(100)
    }
    expect.fail('the asking bureau did not see it signed for')
  })

  it('is absent for everybody else', async () => {
    const row = await one<{ id: string }>('select id from incoming_request limit 1')
    for (const login of ['dengji', 'chengban', 'jiaowei', 'xitong'])
      expect((await (await signedIn(login)).get(`/incoming/${row?.id}`)).status, login).toBe(404)
    expect((await (await signedIn('jw-hegao')).get('/incoming')).status).toBe(404)
    expect((await (await signedIn('jw-dengji')).get('/incoming/nonsense')).status).toBe(404)
  })
})

describe('重新提出会办意见', () => {
  it('is offered for what we assisted in, and wants a reason', async () => {
    const zonghe = await signedIn('zonghe')
    const item = await one<{ no: string }>(
      `select register_no as no from proposal where official_no = '0203'`,
    )
    const address = `/proposals/${item?.no}`
    expect((await zonghe.get(address)).text).toContain('重新提出会办意见')
    const page = await zonghe.get(`${address}/redoing`)
    const form = { key: fieldOf(page.text, 'key'), version: fieldOf(page.text, 'version') }
    expect((await zonghe.post(`${address}/redoing`, { ...form, reason: '' })).status).toBe(400)
    const done = await zonghe.post(`${address}/redoing`, { ...form, reason: '市农业农村局来函退回' })
    expect(done.status).toBe(303)
    expect((await zonghe.get(address)).text).toContain('办理拟稿。')
  })
})
