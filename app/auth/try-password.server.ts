import { sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { nobody } from '~/domain/people/viewer'
import { isLocked, lockMs } from './limits'
import { isPassword } from './password.server'

export type Credentials = { login: string; password: string; source: string }
export type Account = { userId: string; bureauId: string; name: string }
export type Tried = { account: Account } | { refused: 'wrong' | 'locked'; known: Account | null }

type AccountRow = {
  user_id: string
  bureau_id: string
  name: string
  password_hash: string
  disabled_at: string | null
}
type Failures = { failures: number; last_failed_at: string }

/** Doors for one try: the account by name, and how often this name failed from this address. */
const lookUp = (login: string, source: string) =>
  asViewer(nobody, async (tx) => {
    const [accounts, failures] = await Promise.all([
      tx.execute<AccountRow>(sql`select * from fuhan_account(${login})`),
      tx.execute<Failures>(sql`select * from fuhan_sign_in_failures(${login}, ${source})`),
    ])
    const tries = failures[0]
      ? { failures: failures[0].failures, lastFailedAt: new Date(failures[0].last_failed_at) }
      : null
    return { row: accounts[0] ?? null, tries }
  })

const failed = (login: string, source: string, at: Date) =>
  asViewer(nobody, (tx) =>
    tx.execute(sql`select fuhan_sign_in_failed(${login}, ${source}, ${at.toISOString()}::timestamptz,
      ${new Date(at.getTime() - lockMs).toISOString()}::timestamptz)`),
  )

const succeeded = (login: string, source: string) =>
  asViewer(nobody, (tx) => tx.execute(sql`select fuhan_sign_in_succeeded(${login}, ${source})`))

/** One try at a password, counted. A wrong name, a wrong password and a disabled account are refused alike. */
export async function tryPassword({ login, password, source }: Credentials, at: Date): Promise<Tried> {
  const { row, tries } = await lookUp(login, source)
  const account = row && { userId: row.user_id, bureauId: row.bureau_id, name: row.name }
  if (isLocked(tries, at)) return { refused: 'locked', known: account }
  const matches = await isPassword(row?.password_hash ?? null, password)
  if (account && row?.disabled_at === null && matches) {
    await succeeded(login, source)
    return { account }
  }
  await failed(login, source, at)
  return { refused: 'wrong', known: account }
}
