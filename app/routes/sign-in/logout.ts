import { redirect } from '@remix-run/node'
import { endSession } from '~/auth/lucia.server'
import { clearedCookie, tokenOf } from '~/auth/session-cookie.server'
import { recordSignIn } from '~/auth/sign-in-log.server'
import { signedIn } from '~/auth/signed-in.server'
import { actionForAnyone } from '~/http/for-anyone.server'
import { forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'

export const loader = forUser(async () => redirect(paths.desk()))

/** Pressed twice, or after the session ended by itself, it leads to the same page. */
export const action = actionForAnyone(async ({ request, source, now, realNow }) => {
  const token = tokenOf(request)
  const person = await signedIn(request, realNow)
  if (token && person) {
    await recordSignIn(person.viewer, 'signed_out', source, { businessAt: now, recordedAt: realNow })
    await endSession(token)
  }
  throw redirect(paths.login(), { status: 303, headers: { 'Set-Cookie': clearedCookie() } })
})
