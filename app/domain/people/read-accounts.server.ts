import { asc, eq } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { appUser, division, membership, unit } from '~/db/schema/people'
import { roleWords } from '../proposal/who-can-help'
import { NotFound, type Refusal } from '../refusals'
import { accountColumns } from './accounts.server'
import { reasonsToStay } from './authority.server'
import type { Role, UnitKind } from './kinds'
import { spellingOf } from './name-spelling.server'
import { isNamed } from './searched-name'
import type { Membership, Viewer } from './viewer'

export type AccountFilter = { q: string; divisionId: string | null; isDisabled: boolean }

/** The bureau's accounts by name, with what each may do; a bureau has hundreds, so that they are searched here. */
export async function readAccounts(viewer: Viewer, filter: AccountFilter) {
  return await asViewer(viewer, async (tx) => {
    const [accounts, held] = await Promise.all([tx.select(accountColumns).from(appUser), readRoles(tx)])
    return accounts
      .filter((a) => (a.disabledAt !== null) === filter.isDisabled)
      .map((a) => ({ ...a, ...spellingOf(a.name) }))
      .filter((a) => isNamed(a, filter.q) || a.login === filter.q)
      .toSorted((a, b) => (a.pinyin < b.pinyin ? -1 : 1))
      .map(({ id, login, name, title, disabledAt }) => ({
        id, login, name, title, isDisabled: disabledAt !== null, roles: held.filter((m) => m.userId === id),
      }))
      .filter((a) => filter.divisionId === null || a.roles.some((m) => m.divisionId === filter.divisionId)) // prettier-ignore
  })
}

/** One account with its roles, and what would stand in the way of closing it. @throws NotFound */
export async function readAccount(viewer: Viewer, userId: string) {
  return await asViewer(viewer, async (tx) => {
    const [[account], held] = await Promise.all([
      tx.select(accountColumns).from(appUser).where(eq(appUser.id, userId)),
      readRoles(tx, userId),
    ])
    if (!account) throw new NotFound('account')
    const roles: Membership[] = held.map(({ role, divisionId, unitId }) => ({ role, divisionId, unitId }))
    const stays: Refusal[] = account.disabledAt ? [] : await reasonsToStay(tx, userId, roles)
    return { ...account, roles: held, stays }
  })
}

async function readRoles(tx: Tx, userId?: string) {
  const rows = await tx
    .select({
      userId: membership.userId, role: membership.role, divisionId: membership.divisionId, unitId: membership.unitId,
      division: division.name, unit: unit.shortName,
    })
    .from(membership)
    .leftJoin(division, eq(division.id, membership.divisionId))
    .leftJoin(unit, eq(unit.id, membership.unitId))
    .where(userId === undefined ? undefined : eq(membership.userId, userId)) // prettier-ignore
  return rows.map((row) => {
    const role = row.role as Role
    const place = row.division ?? row.unit
    return { ...row, role, words: place ? `${place} ${roleWords[role]}` : roleWords[role] }
  })
}

/** The divisions and units of the bureau, closed ones last. */
export async function readPlaces(viewer: Viewer) {
  return await asViewer(viewer, async (tx) => {
    const [divisions, units] = await Promise.all([
      tx.select().from(division).orderBy(asc(division.position), asc(division.name)),
      tx.select().from(unit).orderBy(asc(unit.position), asc(unit.fullName)),
    ])
    const openFirst = <T extends { closedAt: Date | null }>(rows: T[]) => [
      ...rows.filter((r) => !r.closedAt),
      ...rows.filter((r) => r.closedAt),
    ]
    return {
      divisions: openFirst(divisions).map(({ id, name, position, closedAt, version: v }) => ({
        id, name, position, isClosed: closedAt !== null, version: v,
      })),
      units: openFirst(units).map(({ id, fullName, shortName, kind, position, closedAt, version: v }) => ({
        id, fullName, shortName, kind: kind as UnitKind, position, isClosed: closedAt !== null, version: v,
      })),
    } // prettier-ignore
  })
}
