import type { Viewer } from '~/domain/people/viewer'
import { absoluteMs, isOver, touchEveryMs } from './limits'
import { endSession, findSession } from './lucia.server'
import { tokenOf } from './session-cookie.server'
import { touchSession } from './session-doors.server'

/** Who is signed in, as routes see it. */
export type SignedIn = {
  viewer: Viewer
  login: string
  title: string
  bureauName: string
  isDemo: boolean
  sessionId: string
  reauthenticatedAt: Date | null
  unread: number
  /** Given by an administrator for one sign-in: its owner sets his own before anything else. */
  hasTemporaryPassword: boolean
}

/**
 * The person behind a request, or null: no session, idle too long, open too long, or the account was disabled.
 * Background requests (Sec-Purpose: prefetch) are no activity.
 */
export async function signedIn(request: Request, realNow: Date): Promise<SignedIn | null> {
  const token = tokenOf(request)
  const session = token ? await findSession(token) : null
  if (!token || !session) return null
  if (session.isDisabled || isOver(session, realNow)) {
    await endSession(token)
    return null
  }
  const isBackground = request.headers.get('Sec-Purpose')?.includes('prefetch') ?? false
  if (!isBackground && realNow.getTime() - session.lastActiveAt.getTime() >= touchEveryMs)
    await touchSession(session.id, new Date(session.startedAt.getTime() + absoluteMs), realNow)
  const { userId, bureauId, name, memberships } = session
  return {
    viewer: { bureauId, userId, delegateId: null, letterId: null, name, memberships },
    login: session.login,
    title: session.title,
    bureauName: session.bureauName,
    isDemo: session.isDemo,
    sessionId: session.id,
    reauthenticatedAt: session.reauthenticatedAt,
    unread: session.unread,
    hasTemporaryPassword: session.hasTemporaryPassword,
  }
}
