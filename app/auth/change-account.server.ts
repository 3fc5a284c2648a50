import { sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { appendBureauEvent } from '~/domain/log/append-bureau-event.server'
import type { Viewer } from '~/domain/people/viewer'
import type { Times } from './sign-in.server'

const change = async (
  viewer: Viewer,
  userId: string,
  hash: string | null,
  disabledAt: Date | null,
  kind: string,
  times: Times,
) => {
  await asViewer(viewer, async (tx) => {
    await tx.execute(
      sql`select fuhan_change_account(${userId}::uuid, ${hash}::text, ${disabledAt?.toISOString() ?? null}::timestamptz)`,
    )
    await appendBureauEvent(tx, viewer, { kind, details: { userId } }, times)
  })
}

/** Ends every session of the account at once. @throws when the viewer is neither the system administrator nor the person */
export const setPassword = (viewer: Viewer, userId: string, hash: string, times: Times) =>
  change(viewer, userId, hash, null, 'password_changed', times)

/** The account can no longer sign in, and its sessions end at once. */
export const disableAccount = (viewer: Viewer, userId: string, times: Times) =>
  change(viewer, userId, null, times.recordedAt, 'account_disabled', times)
