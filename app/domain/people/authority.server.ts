import { randomUUID } from 'node:crypto'
import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { appUser, division, membership } from '~/db/schema/people'
import { appendBureauEvent } from '../log/append-bureau-event.server'
import type { Times } from '../log/append-event.server'
import { sha256 } from '../log/hashes.server'
import { roleWords } from '../proposal/who-can-help'
import type { Command } from '../proposal/command'
import { Invalid, Refused, type Refusal } from '../refusals'
import { accountColumns, accountRow } from './accounts.server'
import { exclusionProblem } from './exclusive-roles'
import { keepPeople, refuseStale } from './keep-people.server'
import type { Role } from './kinds'
import { leavingRefusals, type OpenWork } from './leaving'
import type { Membership, Viewer } from './viewer'

const ownAccount: Refusal = {
  code: 'OWN_ACCOUNT',
  message: '自己的角色和账号不能自己办理。',
  whoCanResolve: '另一位安全管理员',
}

function refuseOwn(command: Command, userId: string) {
  if (command.viewer.userId === userId) throw new Refused('keep_people', [ownAccount])
}

const same = (a: Membership, b: Membership) =>
  a.role === b.role && a.divisionId === b.divisionId && a.unitId === b.unitId

/**
 * 授权: the account holds exactly these roles from now on; its sessions end at once (trigger membership_ends_sessions).
 * @throws Conflict for a stale page · Invalid when the roles exclude one another · Refused while work hangs on one taken
 */
export const giveRoles = (
  command: Command,
  userId: string,
  input: { version: number; memberships: readonly Membership[] },
) =>
  keepPeople(command, { kind: 'roles_changed', duty: 'authority' }, { userId, ...input }, async (tx, by) => {
    refuseOwn(command, userId)
    const problem = exclusionProblem(input.memberships)
    if (problem) throw new Invalid([problem])
    const row = await accountRow(tx, userId)
    const held = await rolesHeld(tx, userId)
    refuseStale(row, input.version, held.map((m) => roleWords[m.role]).join('、') || '没有角色')
    const taken = held.filter((m) => !input.memberships.some((n) => same(m, n)))
    const given = input.memberships.filter((m) => !held.some((n) => same(m, n)))
    if (!row.disabledAt) await refuseLeaving(tx, userId, taken)
    for (const m of taken) await tx.delete(membership).where(eq(membership.id, m.id))
    if (given.length > 0)
      await tx
        .insert(membership)
        .values(given.map((m) => ({ id: randomUUID(), bureauId: by.bureauId, userId, ...m })))
    await tx
      .update(appUser)
      .set({ version: row.version + 1 })
      .where(eq(appUser.id, userId))
    const words = (list: readonly Membership[]) => list.map((m) => m.role)
    return { result: null, details: { userId, given: words(given), taken: words(taken) } }
  })

/**
 * 重置密码: a password for one sign-in, after which its owner sets his own. It is shown once by who made it and kept
 * nowhere, so that the same form sent again is another password and is told so.
 */
export const givePassword = (command: Command, userId: string, passwordHash: string) => {
  const input = { userId, hash: sha256(passwordHash) }
  return keepPeople(command, { kind: 'password_given', duty: 'authority' }, input, async (tx) => {
    refuseOwn(command, userId)
    await accountRow(tx, userId)
    await tx.execute(
      sql`select fuhan_give_password(${userId}::uuid, ${passwordHash}, ${command.realNow.toISOString()}::timestamptz)`,
    )
    return { result: null, details: { userId } }
  })
}

/**
 * 停用: the account can no longer sign in and its sessions end at once.
 * @throws Conflict for a stale page · Refused while work is open with him (Journey 15)
 */
export const disableAccount = (command: Command, userId: string, input: { version: number }) =>
  keepPeople(command, { kind: 'account_disabled', duty: 'authority' }, { userId, ...input }, async (tx) => {
    refuseOwn(command, userId)
    const row = await accountRow(tx, userId)
    refuseStale(row, input.version, `${row.name}${row.disabledAt ? '，已停用' : ''}`)
    await refuseLeaving(tx, userId, await rolesHeld(tx, userId))
    const at = command.realNow.toISOString()
    await tx.execute(sql`select fuhan_change_account(${userId}::uuid, null, ${at}::timestamptz)`)
    await tx
      .update(appUser)
      .set({ version: row.version + 1 })
      .where(eq(appUser.id, userId))
    return { result: null, details: { userId } }
  })

/** 恢复: with the roles it held and the password it had. */
export const enableAccount = (command: Command, userId: string, input: { version: number }) =>
  keepPeople(command, { kind: 'account_enabled', duty: 'authority' }, { userId, ...input }, async (tx) => {
    refuseOwn(command, userId)
    const row = await accountRow(tx, userId)
    refuseStale(row, input.version, `${row.name}${row.disabledAt ? '，已停用' : ''}`)
    await tx.execute(sql`select fuhan_enable_account(${userId}::uuid)`)
    await tx
      .update(appUser)
      .set({ version: row.version + 1 })
      .where(eq(appUser.id, userId))
    return { result: null, details: { userId } }
  })

/** On the server's own command line, which needs no administrator: the name, or null for no such login. */
export const enableByHand = (viewer: Viewer, login: string, times: Times): Promise<string | null> =>
  asViewer(viewer, async (tx) => {
    const [row] = await tx.select(accountColumns).from(appUser).where(eq(appUser.login, login))
    if (!row) return null
    await tx.execute(sql`select fuhan_enable_account(${row.id}::uuid)`)
    const details = { userId: row.id, byHand: true }
    await appendBureauEvent(tx, viewer, { kind: 'account_enabled', details }, times)
    return row.name
  })

async function rolesHeld(tx: Tx, userId: string): Promise<(Membership & { id: string })[]> {
  const rows = await tx.select().from(membership).where(eq(membership.userId, userId))
  return rows.map(({ id, role, divisionId, unitId }) => ({ id, role: role as Role, divisionId, unitId }))
}

async function refuseLeaving(tx: Tx, userId: string, givenUp: readonly Membership[]) {
  const reasons = await reasonsToStay(tx, userId, givenUp)
  if (reasons.length > 0) throw new Refused('leave', reasons)
}

/** What stands in the way of giving up these roles; the page asks it before the button is pressed. */
export async function reasonsToStay(
  tx: Tx,
  userId: string,
  givenUp: readonly Membership[],
): Promise<Refusal[]> {
  const [work, others, closed] = await Promise.all([
    readOpenWork(tx, userId),
    tx
      .select({ name: appUser.name, role: membership.role, divisionId: membership.divisionId })
      .from(membership)
      .innerJoin(appUser, eq(appUser.id, membership.userId))
      .where(and(isNull(appUser.disabledAt), ne(appUser.id, userId))),
    tx.select({ id: division.id }).from(division).where(isNotNull(division.closedAt)),
  ])
  return leavingRefusals({
    givenUp,
    work,
    others: others.map((o) => ({ ...o, role: o.role as Role })),
    closedDivisionIds: closed.map((d) => d.id),
  })
}

export async function readOpenWork(tx: Tx, userId: string): Promise<OpenWork> {
  const rows = await tx.execute<{
    kind: 'handled' | 'step'
    role: Role
    division_id: string | null
    n: number
  }>(sql`select * from fuhan_open_work(${userId}::uuid)`)
  return [...rows].map(({ kind, role, division_id, n }) => ({ kind, role, divisionId: division_id, n }))
}
