import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
beforeAll(async () => {
  house = await startTestHouse({ demo: true })
})
afterAll(() => house.stop())

const as = (login: string) => new Client(house.address).signIn(login, demoPassword)

/** Bureau events of one account, oldest first. */
const eventsOf = (login: string) =>
  onHouse(house.superuserUrl, async (sql) => {
    const rows = await sql<{ kind: string; source: string }[]>`
      select e.kind, e.body -> 'details' ->> 'source' as source from event e
      join app_user u on e.actor = 'user:' || u.id where u.login = ${login} and e.proposal_id is null order by e.sequence`
    return rows.map((row) => [row.kind, row.source])
  })

describe('signing out', () => {
  it('is on the bureau’s log, with where it came from, and once however often it is pressed', async () => {
    const person = await as('duban')
    expect((await person.post('/logout', {})).status).toBe(303)
    const again = await person.post('/logout', {})
    expect([again.status, again.headers.get('location')]).toEqual([303, '/login'])
    const events = await eventsOf('duban')
    expect(events.map(([kind]) => kind)).toEqual(['signed_in', 'signed_out'])
    for (const [, source] of events) expect(source).toMatch(/127\.0\.0\.1|::1/)
  })

  it('clears the cookie', async () => {
    const [cookie = ''] = (await (await as('duban')).post('/logout', {})).headers.getSetCookie()
    expect(cookie).toMatch(/^fuhan_session=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/)
  })
})

describe('demo accounts', () => {
  it('are listed on the sign-in page of a demo bureau, one button each, and nowhere else', async () => {
    const demo = await new Client(house.address).get('/login')
    const accounts = demo.text.split('<h2 id="demo">')[1] ?? ''
    expect(accounts.match(/<form /g)).toHaveLength(19)
    expect(accounts).toContain('局长')
    const plain = await startTestHouse()
    try {
      const page = await new Client(plain.address).get('/login')
      expect(page.status).toBe(200)
      expect(page.text).not.toContain('演示账号')
      expect(page.text).not.toContain(demoPassword)
    } finally {
      await plain.stop()
    }
  })
})
