import { setTimeout as wait } from 'node:timers/promises'
import { inTurn } from './in-turn.server'
import { refusalMs } from './limits'
import { createSession } from './lucia.server'
import { renameSession } from './session-doors.server'
import { recordSignIn } from './sign-in-log.server'
import { newToken, tokenHash } from './token.server'
import { tryPassword, type Credentials } from './try-password.server'

export type Times = { businessAt: Date; recordedAt: Date }
export type SignInResult = { token: string } | { refused: 'wrong' | 'locked' }

/**
 * Signs in and opens a session. Wrong name, wrong password and a disabled account look alike and take the same time;
 * five failures lock this name from this address for a quarter of an hour, and from no other.
 */
export const signIn = (given: Credentials, times: Times): Promise<SignInResult> =>
  oneTry(given, async () => {
    const tried = await tryPassword(given, times.recordedAt)
    if ('refused' in tried) {
      if (tried.known && tried.refused === 'wrong')
        await recordSignIn(tried.known, 'sign_in_failed', given.source, times)
      return { refused: tried.refused }
    }
    const token = await createSession(tried.account.userId, times.recordedAt)
    await recordSignIn(tried.account, 'signed_in', given.source, times)
    return { token }
  })

/**
 * The password once more, before signing. The session goes on under a new id; the cookie's new token is returned.
 */
export const reauthenticate = (
  person: { login: string; sessionId: string },
  given: { password: string; source: string },
  realNow: Date,
  businessAt = realNow,
): Promise<SignInResult> => {
  const times = { businessAt, recordedAt: realNow }
  const credentials = { login: person.login, ...given }
  return oneTry(credentials, async () => {
    const tried = await tryPassword(credentials, realNow)
    if ('refused' in tried) {
      if (tried.known && tried.refused === 'wrong')
        await recordSignIn(tried.known, 'reauthentication_failed', given.source, times)
      return { refused: tried.refused }
    }
    const token = newToken()
    await renameSession(person.sessionId, tokenHash(token), realNow)
    await recordSignIn(tried.account, 'reauthenticated', given.source, times)
    return { token }
  })
}

/** Tries of one name from one address wait for one another, and a refusal never comes early. */
async function oneTry({ login, source }: Credentials, attempt: () => Promise<SignInResult>) {
  const began = performance.now()
  const result = await inTurn(`${login}\n${source}`, attempt)
  if ('refused' in result) await waitUntil(began + refusalMs)
  return result
}

/** A timer counts whole milliseconds and may ring one early; the answer never leaves before the instant given. */
async function waitUntil(instant: number) {
  for (let left = instant - performance.now(); left > 0; left = instant - performance.now())
    await wait(Math.ceil(left))
}

/** What was wrong, for the person at the form. */
export const signInWords: Record<'wrong' | 'locked', string> = {
  wrong: '登录名或密码不对。忘记密码请找系统管理员重设。',
  locked: '连续输错 5 次，15 分钟后再试；急用请找系统管理员。',
}
