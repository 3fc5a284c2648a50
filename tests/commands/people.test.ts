import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '~/auth/password.server'
import { signIn } from '~/auth/sign-in.server'
import { signedIn } from '~/auth/signed-in.server'
import { asViewer } from '~/db/client.server'
import { correctAccount, openAccount } from '~/domain/people/accounts.server'
import {
  disableAccount,
  enableAccount,
  enableByHand,
  givePassword,
  giveRoles,
} from '~/domain/people/authority.server'
import { addDivision, changeDivision } from '~/domain/people/divisions.server'
import { readAccount, readAccounts, readPlaces } from '~/domain/people/read-accounts.server'
import { addUnit, changeUnit } from '~/domain/people/units.server'
import type { Viewer } from '~/domain/people/viewer'
import { Conflict, Invalid, NotFound, Refused } from '~/domain/refusals'
import { verifyLog } from '~/domain/log/verify-log.server'
import { as, inHandling, openBureau, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let bureau: Bureau
let neighbour: Bureau
/** The system administrator as a person: the founder has no account. */
let keeper: Viewer
let security: Viewer

beforeAll(async () => {
  bureau = await openBureau()
  neighbour = await openBureau('邻市科学技术局')
  keeper = { ...bureau.founder, userId: bureau.people.audit_admin.userId }
  security = bureau.people.security_admin
}, 60_000)

const newcomer = async (name = '单雄') => {
  const { id } = await openAccount(as(keeper), {
    login: `u-${randomUUID().slice(0, 8)}`, name, title: '科员', phone: '', passwordHash: await hashPassword(randomUUID()),
  }) // prettier-ignore
  return id
}
const codesOf = async (refused: Promise<unknown>) => {
  const error = await refused.then(() => null, (e: unknown) => e) // prettier-ignore
  if (!(error instanceof Refused)) throw new Error(`not refused: ${String(error)}`)
  return error.reasons.map((r) => r.code)
}
const versionOf = async (id: string) => (await readAccount(security, id)).version
const role = (name: 'handler' | 'registrar' | 'audit_admin', divisionId: string | null = null) => ({
  role: name, divisionId, unitId: null,
}) // prettier-ignore

describe('three administrators', () => {
  it('each do their own part and not the other’s', async () => {
    const id = await newcomer()
    const person = { name: '单雄', title: '科长', phone: '' }
    expect(await codesOf(addDivision(as(security), { name: '甲处' }))).toEqual(['NOT_YOURS'])
    expect(await codesOf(correctAccount(as(security), id, { ...person, version: 1 }))).toEqual(['NOT_YOURS'])
    const roles = { version: 1, memberships: [role('registrar')] }
    expect(await codesOf(giveRoles(as(keeper), id, roles))).toEqual(['NOT_YOURS'])
    expect(await codesOf(givePassword(as(keeper), id, 'x'))).toEqual(['NOT_YOURS'])
    expect(await codesOf(disableAccount(as(bureau.people.director), id, { version: 1 }))).toEqual([
      'NOT_YOURS',
    ])
  })

  it('open an account without a role, which the security administrator then gives', async () => {
    const id = await newcomer()
    expect((await readAccount(security, id)).roles).toEqual([])
    await giveRoles(as(security), id, { version: 1, memberships: [role('registrar')] })
    expect((await readAccount(security, id)).roles.map((r) => r.words)).toEqual(['登记员'])
  })

  it('exclude one another and every other role', async () => {
    const id = await newcomer()
    const both = { version: 1, memberships: [role('audit_admin'), role('registrar')] }
    await expect(giveRoles(as(security), id, both)).rejects.toBeInstanceOf(Invalid)
  })

  it('do nothing to their own account', async () => {
    const own = security.userId ?? ''
    expect(await codesOf(disableAccount(as(security), own, { version: 1 }))).toEqual(['OWN_ACCOUNT'])
    expect(await codesOf(giveRoles(as(security), own, { version: 1, memberships: [] }))).toEqual([
      'OWN_ACCOUNT',
    ])
  })

  it('of another bureau find no account', async () => {
    const id = await newcomer()
    const other = as(neighbour.people.security_admin)
    await expect(disableAccount(other, id, { version: 1 })).rejects.toBeInstanceOf(NotFound)
    await expect(givePassword(other, id, 'x')).rejects.toBeInstanceOf(NotFound)
  })
})

describe('a change', () => {
  it('of a stale page is refused and says what it is now', async () => {
    const id = await newcomer()
    await correctAccount(as(keeper), id, { name: '单雄', title: '处长', phone: '', version: 1 })
    const late = correctAccount(as(keeper), id, { name: '单雄', title: '科长', phone: '', version: 1 })
    await expect(late).rejects.toThrow('处长')
    await expect(late).rejects.toBeInstanceOf(Conflict)
  })

  it('pressed twice is made once', async () => {
    const command = as(keeper)
    const first = await addDivision(command, { name: '两次处' })
    expect(await addDivision(command, { name: '两次处' })).toEqual(first)
    const { divisions } = await readPlaces(keeper)
    expect(divisions.filter((d) => d.name === '两次处')).toHaveLength(1)
  })

  it('is on the bureau’s chain, which still verifies', async () => {
    expect((await verifyLog(bureau.bureauId, null)).faults).toEqual([])
  })
})

describe('divisions and units', () => {
  it('keep their names apart', async () => {
    await expect(addDivision(as(keeper), { name: '成果处' })).rejects.toBeInstanceOf(Invalid)
    const taken = { fullName: '云汀市交通局', shortName: '市教委', kind: 'co_handling' as const }
    await expect(addUnit(as(keeper), taken)).rejects.toBeInstanceOf(Invalid)
  })

  it('close only when nothing is open there, and say in numbers what is', async () => {
    await inHandling(bureau)
    const divisionId = bureau.divisionIds['成果处'] ?? ''
    const change = { version: 1, name: '成果处', position: 0, isClosed: true }
    const refused = changeDivision(as(keeper), divisionId, change)
    expect(await codesOf(refused)).toEqual(['OPEN_PROPOSALS', 'ACCOUNTS'])
    const { id } = await addDivision(as(keeper), { name: '空处' })
    await changeDivision(as(keeper), id, { ...change, name: '空处', position: 9 })
    expect((await readPlaces(keeper)).divisions.find((d) => d.id === id)?.isClosed).toBe(true)
  })

  it('of units likewise: the assigning body of an open item stays', async () => {
    const unitId = bureau.unitIds['市政府办公厅'] ?? ''
    const change = {
      fullName: '云汀市人民政府办公厅', shortName: '市政府办公厅', kind: 'government_office' as const,
      version: 1, position: 0, isClosed: true,
    } // prettier-ignore
    expect(await codesOf(changeUnit(as(keeper), unitId, change))).toEqual(['OPEN_PROPOSALS'])
    await changeUnit(as(keeper), unitId, { ...change, isClosed: false, fullName: '云汀市政府办公厅' })
    expect((await readPlaces(keeper)).units.find((u) => u.id === unitId)?.fullName).toBe('云汀市政府办公厅')
  })
})

describe('accounts', () => {
  it('are found by name, spelling or initials; a surname is read as a surname', async () => {
    const id = await newcomer('解冰洁')
    const found = async (q: string) =>
      (await readAccounts(keeper, { q, divisionId: null, isDisabled: false })).map((a) => a.id)
    for (const q of ['解冰', 'xiebing', 'Xie Bing', 'xbj']) expect(await found(q), q).toContain(id)
    for (const q of ['jiebing', 'jbj', 'bingjie']) expect(await found(q), q).not.toContain(id)
  })

  it('get a password for one sign-in: it says so until its owner sets his own', async () => {
    const id = await newcomer()
    const { login } = await readAccount(security, id)
    await givePassword(as(security), id, await hashPassword('Abcdef#2026'))
    const times = { businessAt: new Date(), recordedAt: new Date() }
    const signed = await signIn({ login, password: 'Abcdef#2026', source: '10.0.0.1' }, times)
    if (!('token' in signed)) throw new Error(signed.refused)
    const request = new Request('http://x/', { headers: { Cookie: `fuhan_session=${signed.token}` } })
    expect(await signedIn(request, new Date())).toMatchObject({ hasTemporaryPassword: true })
  })

  it('show no password twice: the same form again is told so', async () => {
    const id = await newcomer()
    const command = as(security)
    await givePassword(command, id, 'hash-1')
    await expect(givePassword(command, id, 'hash-2')).rejects.toBeInstanceOf(Conflict)
  })

  it('come back with the roles they had', async () => {
    const id = await newcomer()
    await giveRoles(as(security), id, { version: 1, memberships: [role('registrar')] })
    await disableAccount(as(security), id, { version: await versionOf(id) })
    await enableAccount(as(security), id, { version: await versionOf(id) })
    const account = await readAccount(security, id)
    expect([account.disabledAt, account.roles.map((r) => r.role)]).toEqual([null, ['registrar']])
  })

  it('come back by hand on the server too, logged on the chain', async () => {
    const id = await newcomer()
    const { login } = await readAccount(security, id)
    await disableAccount(as(security), id, { version: 1 })
    const times = { businessAt: new Date(), recordedAt: new Date() }
    expect(await enableByHand(bureau.founder, login, times)).toBe('单雄')
    expect((await readAccount(security, id)).disabledAt).toBeNull()
    expect(await enableByHand(bureau.founder, 'nobody-here', times)).toBeNull()
    await expect(enableByHand(bureau.people.director, login, times)).rejects.toMatchObject({
      cause: { code: '42501' },
    })
  })

  it('are nobody’s to handle with once closed, however late the work is given', async () => {
    const proposalId = await inHandling(bureau)
    const id = await newcomer()
    await giveRoles(as(security), id, {
      version: 1,
      memberships: [role('handler', bureau.divisionIds['成果处'])],
    })
    await disableAccount(as(security), id, { version: await versionOf(id) })
    const assign = asViewer(bureau.people.coordinator, (tx) =>
      tx.execute(sql`update proposal set handler_id = ${id} where id = ${proposalId}`),
    )
    await expect(assign).rejects.toMatchObject({ cause: { code: '23514' } })
  })
})
