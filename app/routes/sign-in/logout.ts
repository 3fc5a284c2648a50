import { redirect } from '@remix-run/node'
import { endSession } from '~/auth/lucia.server'
import { clearedCookie, tokenOf } from '~/auth/session-cookie.server'
import { actionForUser, forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'

export const loader = forUser(async () => redirect(paths.desk()))

export const action = actionForUser(async ({ request }) => {
  const token = tokenOf(request)
  if (token) await endSession(token)
  return redirect(paths.login(), { status: 303, headers: { 'Set-Cookie': clearedCookie() } })
})
