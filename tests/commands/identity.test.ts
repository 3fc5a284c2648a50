import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { setPassword } from '~/auth/change-account.server'
import { absoluteMs, idleMs } from '~/auth/limits'
import { hashPassword } from '~/auth/password.server'
import { reauthenticate, signIn } from '~/auth/sign-in.server'
import { signedIn } from '~/auth/signed-in.server'
import { asViewer } from '~/db/client.server'
import { addUser } from '~/domain/people/add-user.server'
import { disableAccount } from '~/domain/people/authority.server'
import { nobody } from '~/domain/people/viewer'
import { Invalid, Refused } from '~/domain/refusals'
import { as, openBureau, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let bureau: Bureau
let userId: string
const password = 'Abcdef#2026'
const times = () => ({ businessAt: new Date(), recordedAt: new Date() })

beforeAll(async () => {
  bureau = await openBureau()
  userId = await newUser('zhang')
})

const newUser = async (login: string) =>
  addUser(
    bureau.founder,
    {
      login,
      name: '张三',
      title: '局长',
      phone: '',
      passwordHash: await hashPassword(password),
      memberships: [{ role: 'director', divisionId: null, unitId: null }],
    },
    { now: new Date(), realNow: new Date() },
  )

async function tokenFor(login: string, source = '10.0.0.1') {
  const result = await signIn({ login, password, source }, times())
  if (!('token' in result)) throw new Error(result.refused)
  return result.token
}

const visit = (token: string, at = new Date()) =>
  signedIn(new Request('http://x/', { headers: { Cookie: `a=b; fuhan_session=${token}` } }), at)
const later = (ms: number) => new Date(Date.now() + ms)

describe('a session', () => {
  it('is found by the cookie’s token, with who it is; only the hash is stored', async () => {
    const token = await tokenFor('zhang')
    expect(await visit(token)).toMatchObject({
      login: 'zhang',
      viewer: { userId, name: '张三', memberships: [{ role: 'director' }] },
    })
    expect(await visit(`${token}x`)).toBeNull()
    expect((await visit(token))?.sessionId).not.toContain(token)
  })

  it('is over after half an hour without activity', async () => {
    const token = await tokenFor('zhang')
    expect(await visit(token, later(idleMs - 1_000))).not.toBeNull()
    const other = await tokenFor('zhang')
    expect(await visit(other, later(idleMs + 1_000))).toBeNull()
    expect(await visit(other)).toBeNull()
  })

  it('is over after twelve hours whatever was done', async () => {
    const token = await tokenFor('zhang')
    for (let at = 0; at < absoluteMs; at += idleMs - 60_000) await visit(token, later(at))
    expect(await visit(token, later(absoluteMs + 1_000))).toBeNull()
  })

  it('ends at once when the account is disabled or gets a new password', async () => {
    const id = await newUser('li')
    const first = await tokenFor('li')
    await setPassword(bureau.founder, id, await hashPassword(password), times())
    expect(await visit(first)).toBeNull()
    const second = await tokenFor('li')
    await disableAccount(as(bureau.people.security_admin), id, { version: 1 })
    expect(await visit(second)).toBeNull()
    expect(await signIn({ login: 'li', password, source: '10.0.0.2' }, times())).toEqual({ refused: 'wrong' })
  })

  it('goes on under a new id after the password was given again', async () => {
    const token = await tokenFor('zhang')
    const person = await visit(token)
    if (!person) throw new Error('not signed in')
    expect(await reauthenticate(person, { password: 'wrong', source: '10.0.0.9' }, new Date())).toEqual({
      refused: 'wrong',
    })
    const again = await reauthenticate(person, { password, source: '10.0.0.9' }, new Date())
    expect(await visit(token)).toBeNull()
    expect('token' in again && (await visit(again.token))?.reauthenticatedAt).toBeInstanceOf(Date)
  })
})

describe('failures', () => {
  it('lock a name from one address, and leave the person’s own address free', async () => {
    await newUser('wang')
    for (let i = 0; i < 5; i++) await signIn({ login: 'wang', password: 'no', source: '6.6.6.6' }, times())
    expect(await signIn({ login: 'wang', password, source: '6.6.6.6' }, times())).toEqual({
      refused: 'locked',
    })
    expect(await tokenFor('wang', '10.0.0.7')).toBeTruthy()
    const after = { businessAt: later(0), recordedAt: later(16 * 60_000) }
    expect(await signIn({ login: 'wang', password, source: '6.6.6.6' }, after)).toHaveProperty('token')
  })
})

describe('accounts', () => {
  it('are added by the system administrator alone, and administrators hold no other role', async () => {
    const input = { login: 'x', name: 'x', title: 'x', phone: '', passwordHash: 'x' }
    const both = [
      { role: 'audit_admin' as const, divisionId: null, unitId: null },
      { role: 'registrar' as const, divisionId: null, unitId: null },
    ]
    const now = { now: new Date(), realNow: new Date() }
    await expect(
      addUser(bureau.people.director, { ...input, memberships: both.slice(1) }, now),
    ).rejects.toBeInstanceOf(Refused)
    await expect(addUser(bureau.founder, { ...input, memberships: both }, now)).rejects.toBeInstanceOf(
      Invalid,
    )
  })

  it('keep their password’s hash from everybody: the column cannot even be selected', async () => {
    const read = asViewer(bureau.founder, (tx) => tx.execute(sql`select password_hash from app_user`))
    await expect(read).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('are changed by nobody else: another’s password is out of reach', async () => {
    await expect(setPassword(bureau.people.director, userId, 'x', times())).rejects.toMatchObject({
      cause: { code: '42501' },
    })
    await expect(asViewer(nobody, (tx) => tx.execute(sql`select * from session`))).rejects.toMatchObject({
      cause: { code: '42501' },
    })
  })
})
