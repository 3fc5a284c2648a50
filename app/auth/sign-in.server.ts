import { sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { appendBureauEvent } from '~/domain/log/append-bureau-event.server'
import { nobody, type Viewer } from '~/domain/people/viewer'
import { isLocked, lockMs } from './limits'
import { createSession } from './lucia.server'
import { isPassword } from './password.server'
import { renameSession } from './session-doors.server'
import { newToken, tokenHash } from './token.server'

export type Credentials = { login: string; password: string; source: string }
export type Times = { businessAt: Date; recordedAt: Date }
export type SignInResult = { token: string } | { refused: 'wrong' | 'locked' }

type Account = {
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
      tx.execute<Account>(sql`select * from fuhan_account(${login})`),
      tx.execute<Failures>(sql`select * from fuhan_sign_in_failures(${login}, ${source})`),
    ])
    const tries = failures[0]
      ? { failures: failures[0].failures, lastFailedAt: new Date(failures[0].last_failed_at) }
      : null
    return { account: accounts[0] ?? null, tries }
  })

/**
 * Signs in and opens a session. Wrong name, wrong password and a disabled account look alike and take the same time;
 * five failures lock this name from this address for a quarter of an hour, and from no other.
 */
export async function signIn({ login, password, source }: Credentials, times: Times): Promise<SignInResult> {
  const { account, tries } = await lookUp(login, source)
  if (isLocked(tries, times.recordedAt)) return { refused: 'locked' }
  const matches = await isPassword(account?.password_hash ?? null, password)
  if (!account || account.disabled_at !== null || !matches) {
    await failed(login, source, times.recordedAt)
    if (account) await logSignIn(account, 'sign_in_failed', times)
    return { refused: 'wrong' }
  }
  await asViewer(nobody, (tx) => tx.execute(sql`select fuhan_sign_in_succeeded(${login}, ${source})`))
  const token = await createSession(account.user_id, times.recordedAt)
  await logSignIn(account, 'signed_in', times)
  return { token }
}

const failed = (login: string, source: string, at: Date) =>
  asViewer(nobody, (tx) =>
    tx.execute(sql`select fuhan_sign_in_failed(${login}, ${source}, ${at.toISOString()}::timestamptz,
      ${new Date(at.getTime() - lockMs).toISOString()}::timestamptz)`),
  )

async function logSignIn(account: Account, kind: string, times: Times) {
  const viewer: Viewer = {
    ...nobody,
    bureauId: account.bureau_id,
    userId: account.user_id,
    name: account.name,
  }
  await asViewer(viewer, (tx) =>
    appendBureauEvent(tx, viewer, { kind, details: { userId: account.user_id } }, times),
  )
}

/** The password once more, before signing. The session goes on under a new id; the cookie's new token is returned. */
export async function reauthenticate(
  person: { login: string; sessionId: string },
  given: { password: string; source: string },
  realNow: Date,
): Promise<SignInResult> {
  const { account, tries } = await lookUp(person.login, given.source)
  if (isLocked(tries, realNow)) return { refused: 'locked' }
  if (
    !account ||
    account.disabled_at !== null ||
    !(await isPassword(account.password_hash, given.password))
  ) {
    await failed(person.login, given.source, realNow)
    return { refused: 'wrong' }
  }
  await asViewer(nobody, (tx) =>
    tx.execute(sql`select fuhan_sign_in_succeeded(${person.login}, ${given.source})`),
  )
  const token = newToken()
  await renameSession(person.sessionId, tokenHash(token), realNow)
  return { token }
}

/** What was wrong, for the person at the form. */
export const signInWords: Record<'wrong' | 'locked', string> = {
  wrong: '登录名或密码不对。忘记密码请找系统管理员重设。',
  locked: '连续输错 5 次，15 分钟后再试；急用请找系统管理员。',
}
