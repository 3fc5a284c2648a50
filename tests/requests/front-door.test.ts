import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jobNames } from '~/jobs/schedule'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client } from '../support/client'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
beforeAll(async () => {
  house = await startTestHouse({ demo: true })
})
afterAll(() => house.stop())

const anybody = () => new Client(house.address)

describe('every answer', () => {
  it.each([
    '/login',
    '/desk',
    '/nowhere',
    '/healthz',
    '/readyz',
    '/favicon.svg',
    '/r/unknown',
    '/letters/unknown',
  ])('%s carries the security headers', async (path) => {
    const { headers } = await anybody().get(path)
    expect(headers.get('content-security-policy')).toMatch(
      /script-src 'self' 'nonce-[^']+'; style-src 'self'/,
    )
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBeTruthy()
  })

  it('has a nonce of its own, and no page is kept by the browser', async () => {
    const [one, two] = await Promise.all([anybody().get('/login'), anybody().get('/login')])
    expect(one.headers.get('content-security-policy')).not.toBe(two.headers.get('content-security-policy'))
    expect(one.headers.get('cache-control')).toBe('no-store')
  })
})

describe('a write', () => {
  const fields = { login: 'juzhang', password: 'x', to: '/desk' }

  it.each([
    ['another site', 'https://elsewhere.example'],
    ['another port', 'http://localhost:1'],
    ['a sandbox (null)', 'null'],
    ['nobody (no Origin at all)', null],
  ])('from %s is refused with 403', async (_who, origin) => {
    const answer = await anybody().post('/login', fields, { origin })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('提交来源不对')
  })

  it('with Origin null is taken when the browser says it is the same site', async () => {
    const answer = await anybody().post('/login', fields, {
      origin: 'null',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(answer.status).toBe(400)
  })

  it('does not believe X-Forwarded-Host', async () => {
    const answer = await anybody().post('/login', fields, {
      origin: 'https://evil.example',
      headers: { 'X-Forwarded-Host': 'evil.example' },
    })
    expect(answer.status).toBe(403)
  })

  it('that is no form is 400, never 500', async () => {
    const client = anybody()
    expect((await client.raw('/login', '{"a":1}', { 'Content-Type': 'application/json' })).status).toBe(400)
    expect(
      (await client.raw('/login', 'no boundary here', { 'Content-Type': 'multipart/form-data; boundary=x' }))
        .status,
    ).toBe(400)
    expect(
      (
        await client.raw('/login', new Uint8Array([0xff, 0xfe, 0x00]), {
          'Content-Type': 'application/x-www-form-urlencoded',
        })
      ).status,
    ).toBe(400)
  })

  it('beyond 12 MB is 413 and says so', async () => {
    const body = new URLSearchParams({ login: 'x'.repeat(13 * 1024 * 1024) })
    const answer = await anybody().raw('/login', body, {})
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('超过 12 MB')
    expect((await anybody().get('/healthz')).status).toBe(200)
  })

  it('keeps the login typed, never the password', async () => {
    const answer = await anybody().post('/login', {
      login: '没有这人',
      password: 'Secret#12345',
      to: '/desk',
    })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('value="没有这人"')
    expect(answer.text).not.toContain('Secret#12345')
    expect(answer.text).toContain('登录名或密码不对')
  })

  it('with NUL or direction marks in a name is 400 at its field', async () => {
    for (const login of ['a\u0000b', 'a\u202Eb', 'a\u200Fb']) {
      const answer = await anybody().post('/login', { login, password: 'x', to: '/desk' })
      expect(answer.status).toBe(400)
      expect(answer.text).toContain('看不见的控制字符')
    }
  })
})

describe('signing in', () => {
  it('opens the desk with an HttpOnly, SameSite cookie that is not Secure on plain http', async () => {
    const client = anybody()
    const answer = await client.post('/login', { login: 'dengji', password: demoPassword, to: '/proposals' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/proposals')
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/)
    expect((await client.get('/desk')).status).toBe(200)
  })

  it('never leads to another site', async () => {
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const answer = await anybody().post('/login', { login: 'dengji', password: demoPassword, to })
      expect(answer.headers.get('location')).toBe('/desk')
    }
  })

  it('without a session leads to the sign-in page and back', async () => {
    const answer = await anybody().get('/proposals?track=npc')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/login?to=%2Fproposals%3Ftrack%3Dnpc')
  })

  it('locks after five failures: this name from this address, and not another name', async () => {
    for (let i = 0; i < 5; i++)
      await anybody().post('/login', { login: 'hegao', password: `wrong${i}`, to: '/desk' })
    const locked = await anybody().post('/login', { login: 'hegao', password: demoPassword, to: '/desk' })
    expect(locked.status).toBe(400)
    expect(locked.text).toContain('15 分钟后再试')
    await anybody().signIn('fenguan', demoPassword)
  })

  it('ends with signing out: the old cookie opens nothing', async () => {
    const client = await anybody().signIn('dengji', demoPassword)
    expect((await client.post('/logout', {})).status).toBe(303)
    expect((await client.get('/desk')).status).toBe(303)
  })

  it('takes no shorter for a name nobody has', async () => {
    const time = async (login: string) => {
      const began = performance.now()
      for (let i = 0; i < 4; i++)
        await anybody().post('/login', { login: `${login}${i}`, password: 'x', to: '/' })
      return performance.now() - began
    }
    await time('warm')
    const [unknown, known] = [await time('nobody'), await time('zonghe')]
    expect(unknown).toBeGreaterThan(known * 0.3)
  })
})

type Health = {
  runs: { job: string; startedAt: string; succeededAt: string | null; lastError: string | null }[]
  backlog: { outbox: number; messages: number }
}

describe('health', () => {
  it('says alive and ready without a session', async () => {
    expect(await anybody().get('/healthz')).toMatchObject({ status: 200, text: '{"alive":true}' })
    const ready = await anybody().get('/readyz')
    expect(ready.status).toBe(200)
    expect(JSON.parse(ready.text)).toMatchObject({ ready: true, missing: [] })
  })

  it('says of each job when it last ran and went well, and what waits', async () => {
    const health = async () => JSON.parse((await anybody().get('/readyz')).text).jobs as Health
    for (let tries = 0; tries < 100 && (await health()).runs.some((run) => !run.succeededAt); tries++)
      await wait(200)
    const { runs, backlog } = await health()
    expect(runs.map((run) => run.job)).toEqual(jobNames.toSorted())
    expect(runs.filter((run) => !run.startedAt || !run.succeededAt || run.lastError)).toEqual([])
    expect(backlog).toEqual({ outbox: expect.any(Number), messages: expect.any(Number) })
  })
})
