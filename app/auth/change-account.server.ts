import { sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { appendBureauEvent } from '~/domain/log/append-bureau-event.server'
import type { Viewer } from '~/domain/people/viewer'
import type { Times } from './sign-in.server'

/** Ends every session of the account at once. @throws when the viewer is neither the system administrator nor the person */
export async function setPassword(viewer: Viewer, userId: string, hash: string, times: Times) {
  await asViewer(viewer, async (tx) => {
    await tx.execute(sql`select fuhan_change_account(${userId}::uuid, ${hash}::text, null)`)
    await appendBureauEvent(tx, viewer, { kind: 'password_changed', details: { userId } }, times)
  })
}
