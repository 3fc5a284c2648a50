import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { setPassword } from '~/auth/change-account.server'
import { refusalMs } from '~/auth/limits'
import { hashPassword } from '~/auth/password.server'
import { reauthenticate, signIn } from '~/auth/sign-in.server'
import { signedIn } from '~/auth/signed-in.server'
import { asViewer } from '~/db/client.server'
import { event } from '~/db/schema/log'
import { membership } from '~/db/schema/people'
import { verifyLog } from '~/domain/log/verify-log.server'
import { addUser } from '~/domain/people/add-user.server'
import { disableAccount } from '~/domain/people/authority.server'
import { as, openBureau, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let bureau: Bureau
const password = 'Abcdef#2026'
const times = () => ({ businessAt: new Date(), recordedAt: new Date() })

beforeAll(async () => {
  bureau = await openBureau()
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
      memberships: [{ role: 'registrar', divisionId: null, unitId: null }],
    },
    { now: new Date(), realNow: new Date() },
  )

async function tokenFor(login: string, source = '10.0.0.1') {
  const result = await signIn({ login, password, source }, times())
  if (!('token' in result)) throw new Error(result.refused)
  return result.token
}

const visit = (token: string, at = new Date()) =>
  signedIn(new Request('http://x/', { headers: { Cookie: `fuhan_session=${token}` } }), at)

describe('a disabled account', () => {
  it('stays disabled when its password is set anew', async () => {
    const id = await newUser('disabled')
    await disableAccount(as(bureau.people.security_admin), id, { version: 1 })
    await setPassword(bureau.founder, id, await hashPassword(password), times())
    expect(await signIn({ login: 'disabled', password, source: '10.0.0.2' }, times())).toEqual({
      refused: 'wrong',
    })
  })
})

describe('a changed role', () => {
  it('given, moved or taken ends every session of the account at once, and nobody else’s', async () => {
    const userId = await newUser('moved')
    await newUser('bystander')
    const other = await tokenFor('bystander')
    const own = { id: randomUUID(), bureauId: bureau.bureauId, userId, divisionId: null, unitId: null }
    const first = await tokenFor('moved')
    await asViewer(bureau.founder, (tx) => tx.insert(membership).values({ ...own, role: 'seal_clerk' }))
    expect(await visit(first)).toBeNull()
    const second = await tokenFor('moved')
    await asViewer(bureau.founder, (tx) =>
      tx.update(membership).set({ role: 'archivist' }).where(eq(membership.id, own.id)),
    )
    expect(await visit(second)).toBeNull()
    const third = await tokenFor('moved')
    await asViewer(bureau.founder, (tx) => tx.delete(membership).where(eq(membership.id, own.id)))
    expect(await visit(third)).toBeNull()
    expect(await visit(other)).not.toBeNull()
  })
})

describe('guesses', () => {
  it('sent all at once are five like any others: the right one among them comes too late', async () => {
    await newUser('guessed')
    const guesses = [...Array.from({ length: 12 }, (_, i) => `Guess#${i}`), password]
    const answers = await Promise.all(
      guesses.map((guess) => signIn({ login: 'guessed', password: guess, source: '6.6.6.6' }, times())),
    )
    expect(answers.filter((a) => 'token' in a)).toEqual([])
    expect(answers.filter((a) => 'refused' in a && a.refused === 'wrong')).toHaveLength(5)
  })
})

describe('a refusal', () => {
  it('comes no sooner for a name nobody has than for one somebody has', async () => {
    await newUser('timed')
    for (const login of ['timed', 'nobody-has-this-name']) {
      const began = performance.now()
      await signIn({ login, password: 'no', source: '6.6.6.7' }, times())
      expect(performance.now() - began, login).toBeGreaterThanOrEqual(refusalMs)
    }
  })
})

describe('the bureau’s log', () => {
  it('has every sign-in, step-up and failure of a known name, with the address, and no name nobody has', async () => {
    const userId = await newUser('logged')
    const source = '10.1.1.1'
    const person = await visit(await tokenFor('logged', source))
    if (!person) throw new Error('not signed in')
    await signIn({ login: 'logged', password: 'no', source }, times())
    await signIn({ login: 'unknown-to-all', password: 'no', source }, times())
    await reauthenticate(person, { password: 'no', source }, new Date())
    await reauthenticate(person, { password, source }, new Date())
    const auditor = bureau.people.audit_admin
    const said = await asViewer(auditor, (tx) =>
      tx
        .select()
        .from(event)
        .where(eq(event.actor, `user:${userId}`)),
    )
    expect(said.toSorted((a, b) => a.sequence - b.sequence).map((e) => [e.kind, e.body.details])).toEqual(
      ['signed_in', 'sign_in_failed', 'reauthentication_failed', 'reauthenticated'].map((kind) => [
        kind,
        { userId, source },
      ]),
    )
    expect((await verifyLog(bureau.bureauId, null)).faults).toEqual([])
  })
})

describe('a door', () => {
  const rows = (query: ReturnType<typeof sql>) => asViewer(bureau.founder, (tx) => tx.execute(query))

  it('belongs to the doorkeeper, keeps its search path, and opens for the application alone', async () => {
    const ajar = await rows(sql`
      select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and p.prosecdef and (
        p.proowner <> 'fuhan_doorkeeper'::regrole
        or not coalesce('search_path=pg_catalog, public' = any(p.proconfig), false)
        or exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
          where a.grantee not in ('fuhan_app'::regrole, 'fuhan_doorkeeper'::regrole)))`)
    expect([...ajar]).toEqual([])
  })

  it('leads to exactly these tables; its keeper cannot sign in and owns none of them', async () => {
    const tables = await rows(sql`
      select distinct c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute t on t.attrelid = c.oid
      where n.nspname = 'public' and c.relkind = 'r' and exists (
        select from aclexplode(c.relacl) a where a.grantee = 'fuhan_doorkeeper'::regrole
        union all select from aclexplode(t.attacl) a where a.grantee = 'fuhan_doorkeeper'::regrole)
      order by 1`)
    expect([...tables].map((row) => row['relname'])).toEqual([
      'app_user', 'bureau', 'clearance_step', 'deadline', 'delegate', 'extension', 'item_day', 'meeting', 'membership', 'notice', 'opinion_link',
      'pause', 'proposal', 'proposal_access', 'proposal_search', 'receipt', 'receipt_link', 'reply', 'request', 'session',
      'sign_in_attempt', 'temporary_password', 'unit_bureau',
    ]) // prettier-ignore
    const [keeper] = await rows(sql`
      select rolcanlogin as "login", rolsuper or rolbypassrls as "bypasses",
        has_schema_privilege('fuhan_doorkeeper', 'public', 'create') as "creates",
        exists (select from pg_class where relowner = r.oid) as "owns" from pg_roles r where rolname = 'fuhan_doorkeeper'`)
    expect(keeper).toEqual({ login: false, bypasses: false, creates: false, owns: false })
  })

  it('is the only way to sessions and failures', async () => {
    for (const table of ['session', 'sign_in_attempt'])
      await expect(rows(sql`select 1 from ${sql.identifier(table)}`)).rejects.toMatchObject({
        cause: { code: '42501' },
      })
  })
})
