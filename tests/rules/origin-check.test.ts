import { describe, expect, it } from 'vitest'
import { isThisMachine, mayWrite, type Asked } from '~/server/origin-check.server'

const own = (host: string) => host === 'localhost:3000'
const asked = (over: Partial<Asked>): Asked => ({
  method: 'POST',
  host: 'localhost:3000',
  origin: 'http://localhost:3000',
  fetchSite: undefined,
  ...over,
})
const may = (over: Partial<Asked>, publicOrigin: string | null = null) =>
  mayWrite(asked(over), publicOrigin, own)

describe('who may write', () => {
  it('our own pages', () => expect(may({})).toBe(true))
  it('no Origin: nobody', () => expect(may({ origin: undefined })).toBe(false))
  it('another site, port or scheme: nobody', () => {
    for (const origin of ['https://evil.example', 'http://localhost:3001', 'https://localhost:3000'])
      expect(may({ origin }), origin).toBe(false)
  })
  it('a name somebody points at this machine: nobody', () =>
    expect(may({ host: 'rebound.example', origin: 'http://rebound.example' })).toBe(false))
  it('“null” only from the same site', () => {
    expect(may({ origin: 'null' })).toBe(false)
    expect(may({ origin: 'null', fetchSite: 'cross-site' })).toBe(false)
    expect(may({ origin: 'null', fetchSite: 'same-origin' })).toBe(true)
  })
  it('with PUBLIC_ORIGIN only that origin', () => {
    expect(may({ host: 'inner:3000', origin: 'https://fuhan.example' }, 'https://fuhan.example')).toBe(true)
    expect(may({}, 'https://fuhan.example')).toBe(false)
  })
  it('reading is free for all', () =>
    expect(may({ method: 'GET', origin: 'https://evil.example' })).toBe(true))
})

describe('this machine', () => {
  it('is loopback and its own addresses, not a name', () => {
    for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000'])
      expect(isThisMachine(host), host).toBe(true)
    for (const host of ['example.com', 'localhost.evil.example', '127.0.0.1.evil.example'])
      expect(isThisMachine(host), host).toBe(false)
  })
})
