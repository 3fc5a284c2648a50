import { sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { nobody, type Membership } from '~/domain/people/viewer'

export type StoredSession = {
  id: string
  userId: string
  bureauId: string
  expiresAt: Date
  startedAt: Date
  lastActiveAt: Date
  reauthenticatedAt: Date | null
  login: string
  name: string
  title: string
  isDisabled: boolean
  bureauName: string
  isDemo: boolean
  memberships: Membership[]
  /** Notices not read yet, counted to 100. */
  unread: number
  /** The password was given by an administrator. */
  hasTemporaryPassword: boolean
}

type Row = {
  id: string; user_id: string; bureau_id: string; expires_at: string; started_at: string; last_active_at: string
  reauthenticated_at: string | null; login: string; name: string; title: string; disabled_at: string | null
  bureau_name: string; is_demo: boolean; memberships: Membership[] | string; unread: number; temporary: boolean
} // prettier-ignore

const iso = (date: Date) => date.toISOString()

const memberships = (stored: Membership[] | string): Membership[] =>
  typeof stored === 'string' ? (JSON.parse(stored) as Membership[]) : stored

/** The session of a hash, with who it is; null when there is none. */
export async function resolveSession(id: string): Promise<StoredSession | null> {
  const [row] = await asViewer(nobody, (tx) =>
    tx.execute<Row>(sql`select s.*, fuhan_unread(s.id) as unread, fuhan_password_is_temporary(s.id) as temporary
      from fuhan_session(${id}) s`),
  )
  if (!row) return null
  return {
    id: row.id, userId: row.user_id, bureauId: row.bureau_id, expiresAt: new Date(row.expires_at), startedAt: new Date(row.started_at),
    lastActiveAt: new Date(row.last_active_at), reauthenticatedAt: row.reauthenticated_at ? new Date(row.reauthenticated_at) : null,
    login: row.login, name: row.name, title: row.title, isDisabled: row.disabled_at !== null, bureauName: row.bureau_name, isDemo: row.is_demo,
    memberships: memberships(row.memberships), unread: row.unread, hasTemporaryPassword: row.temporary,
  } // prettier-ignore
}

const door = async (call: ReturnType<typeof sql>) => {
  await asViewer(nobody, (tx) => tx.execute(call))
}

export const openSession = (
  id: string,
  userId: string,
  until: Date,
  at: Date,
  reauthenticatedAt: Date | null,
) =>
  door(sql`select fuhan_session_open(${id}, ${userId}::uuid, ${iso(until)}::timestamptz, ${iso(at)}::timestamptz,
    ${reauthenticatedAt ? iso(reauthenticatedAt) : null}::timestamptz)`)

export const touchSession = (id: string, until: Date, activeAt: Date) =>
  door(sql`select fuhan_session_touch(${id}, ${iso(until)}::timestamptz, ${iso(activeAt)}::timestamptz)`)

/** A new id at step-up, so that an id known before is worth nothing after. */
export const renameSession = (oldId: string, newId: string, at: Date) =>
  door(sql`select fuhan_session_renamed(${oldId}, ${newId}, ${iso(at)}::timestamptz)`)

export const closeSession = (id: string) => door(sql`select fuhan_session_close(${id})`)
export const closeSessionsOf = (userId: string) => door(sql`select fuhan_sessions_close(${userId}::uuid)`)
export const sweepSessions = (before: Date) =>
  door(sql`select fuhan_sessions_sweep(${iso(before)}::timestamptz)`)
