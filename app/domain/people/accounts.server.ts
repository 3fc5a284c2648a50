import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { appUser } from '~/db/schema/people'
import type { Command } from '../proposal/command'
import { Invalid, NotFound } from '../refusals'
import { keepPeople, refuseStale } from './keep-people.server'

export type Person = { name: string; title: string; phone: string }

/**
 * 开户: an account without a role and with a password nobody knows. The security administrator gives both.
 * @throws Invalid when the login is taken
 */
export const openAccount = (command: Command, input: Person & { login: string; passwordHash: string }) => {
  const { passwordHash, ...shown } = input
  return keepPeople(
    command,
    { kind: 'account_opened', duty: 'accounts' },
    shown,
    async (tx, { bureauId }) => {
      const id = randomUUID()
      // The login is one for the whole installation, and another bureau's rows are not seen here.
      const [made] = await tx
        .insert(appUser)
        .values({ id, bureauId, ...shown, passwordHash })
        .onConflictDoNothing({ target: appUser.login })
        .returning({ id: appUser.id })
      if (!made) throw new Invalid([{ field: 'login', message: '这个登录名已经有人用了，请换一个。' }])
      return { result: { id }, details: { userId: id } }
    },
  )
}

/** 更正姓名、职务、电话. @throws NotFound · Conflict for a stale page */
export const correctAccount = (command: Command, userId: string, input: Person & { version: number }) =>
  keepPeople(command, { kind: 'account_corrected', duty: 'accounts' }, { userId, ...input }, async (tx) => {
    const row = await accountRow(tx, userId)
    refuseStale(row, input.version, `${row.name}，${row.title}`)
    const { name, title, phone, version } = input
    await tx
      .update(appUser)
      .set({ name, title, phone, version: version + 1 })
      .where(eq(appUser.id, userId))
    return { result: null, details: { userId } }
  })

/** What fuhan_app may read of an account: never its password's hash. */
export const accountColumns = {
  id: appUser.id,
  login: appUser.login,
  name: appUser.name,
  title: appUser.title,
  phone: appUser.phone,
  disabledAt: appUser.disabledAt,
  version: appUser.version,
}

/** The account, locked: whoever would give it work waits (its foreign key needs the row). @throws NotFound */
export async function accountRow(tx: Tx, userId: string) {
  const [row] = await tx.select(accountColumns).from(appUser).where(eq(appUser.id, userId)).for('update')
  if (!row) throw new NotFound('account')
  return row
}
