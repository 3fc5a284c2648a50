import { afterEach, describe, expect, it } from 'vitest'
import { clearedCookie, configureSessions, sessionCookie, tokenOf } from '~/auth/session-cookie.server'
import { newToken, tokenHash } from '~/auth/token.server'

afterEach(() => configureSessions({ isSecure: false }))

const asked = (cookie?: string) =>
  tokenOf(new Request('http://x/', cookie === undefined ? {} : { headers: { Cookie: cookie } }))

describe('the session’s cookie', () => {
  it('is out of scripts’ reach, stays on this site and ends with the longest session', () =>
    expect(sessionCookie('t')).toBe('fuhan_session=t; Max-Age=43200; Path=/; HttpOnly; SameSite=Lax'))

  it('is Secure only behind https, also when it is cleared', () => {
    configureSessions({ isSecure: true })
    expect(sessionCookie('t')).toMatch(/; Secure$/)
    expect(clearedCookie()).toBe('fuhan_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure')
  })

  it('is found among others and never mistaken for one', () => {
    expect(asked('a=b; fuhan_session=token; c=d')).toBe('token')
    for (const other of [undefined, '', 'xfuhan_session=token', 'a=fuhan_session=token', 'fuhan_session='])
      expect(asked(other)).toBeNull()
  })
})

describe('a token', () => {
  it('has at least 128 random bits, and only its SHA-256 is an id', () => {
    const tokens = Array.from({ length: 100 }, newToken)
    expect(new Set(tokens).size).toBe(100)
    for (const token of tokens) expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    expect(tokenHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
