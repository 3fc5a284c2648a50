import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia'
import { absoluteMs } from './limits'
import {
  closeSession,
  closeSessionsOf,
  openSession,
  resolveSession,
  sweepSessions,
  touchSession,
  type StoredSession,
} from './session-doors.server'
import { newToken, tokenHash } from './token.server'

/** The only file that knows lucia. Its session id is the SHA-256 of the cookie's token, so that a copied table opens nothing. */
type Attributes = {
  startedAt: Date
  lastActiveAt: Date
  reauthenticatedAt: Date | null
  stored?: StoredSession
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Attributes, Attributes>
    DatabaseSessionAttributes: Attributes
    DatabaseUserAttributes: Attributes
  }
}

const asSession = (s: StoredSession): DatabaseSession => ({
  id: s.id,
  userId: s.userId,
  expiresAt: s.expiresAt,
  attributes: {
    startedAt: s.startedAt,
    lastActiveAt: s.lastActiveAt,
    reauthenticatedAt: s.reauthenticatedAt,
    stored: s,
  },
})

/** lucia over the doors: row-level security leaves the application no other way to a session. */
const adapter: Adapter = {
  async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const stored = await resolveSession(id)
    if (!stored) return [null, null]
    const session = asSession(stored)
    return [session, { id: stored.userId, attributes: session.attributes }]
  },
  async getUserSessions() {
    return []
  },
  setSession: ({ id, userId, expiresAt, attributes }) =>
    openSession(id, userId, expiresAt, attributes.startedAt, attributes.reauthenticatedAt),
  updateSessionExpiration: (id, until) => touchSession(id, until, new Date(0)),
  deleteSession: closeSession,
  deleteUserSessions: closeSessionsOf,
  deleteExpiredSessions: () => sweepSessions(new Date()),
}

const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(absoluteMs, 'ms'),
  getSessionAttributes: (attributes) => attributes,
})

/** Opens a session and returns the token for the cookie. */
export async function createSession(userId: string, now: Date): Promise<string> {
  const token = newToken()
  const attributes = { startedAt: now, lastActiveAt: now, reauthenticatedAt: now }
  await lucia.createSession(userId, attributes, { sessionId: tokenHash(token) })
  return token
}

/** The session a cookie's token stands for, unless lucia finds it expired. */
export async function findSession(token: string): Promise<StoredSession | null> {
  const { session } = await lucia.validateSession(tokenHash(token))
  return session?.stored ?? null
}

export const endSession = (token: string) => lucia.invalidateSession(tokenHash(token))
