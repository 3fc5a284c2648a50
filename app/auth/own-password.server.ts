import { reauthenticate, signInWords } from './sign-in.server'
import { setPassword } from './change-account.server'
import { createSession } from './lucia.server'
import { hashPassword } from './password.server'
import { passwordProblem } from './password-policy'
import type { SignedIn } from './signed-in.server'
import { Invalid } from '~/domain/refusals'

type Given = { current: string; fresh: string; source: string }

/**
 * 修改自己的密码: the old one once more, the new one by the policy. Every session of the account ends; the one it was
 * changed in goes on under a new token.
 * @throws Invalid at the field that is wrong
 */
export async function changeOwnPassword(
  person: SignedIn,
  { current, fresh, source }: Given,
  times: { businessAt: Date; recordedAt: Date },
): Promise<{ token: string }> {
  const problem = fresh === current ? '新密码不能与现在的相同。' : passwordProblem(fresh, person.login)
  if (problem) throw new Invalid([{ field: 'fresh', message: problem }])
  const tried = await reauthenticate(
    person,
    { password: current, source },
    times.recordedAt,
    times.businessAt,
  )
  if ('refused' in tried)
    throw new Invalid([
      { field: 'current', message: tried.refused === 'locked' ? signInWords.locked : '现在的密码不对。' },
    ])
  const userId = person.viewer.userId ?? ''
  await setPassword(person.viewer, userId, await hashPassword(fresh), times)
  return { token: await createSession(userId, times.recordedAt) }
}
