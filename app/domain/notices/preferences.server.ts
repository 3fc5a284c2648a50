import { eq } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { noticeAddress, noticePreference } from '~/db/schema/notices'
import type { Viewer } from '../people/viewer'
import { NotFound } from '../refusals'
import { noticeKinds, type NoticeKind, type Timing } from './kinds'

export type Preferences = { email: string; wantsSms: boolean; timings: Record<NoticeKind, Timing> }

/** How this person wants to be told; whoever said nothing is told at once, and by mail only with an address. */
export async function readPreferences(viewer: Viewer): Promise<Preferences> {
  const userId = viewer.userId ?? ''
  return await asViewer(viewer, async (tx) => {
    const [[address], rows] = await Promise.all([
      tx.select().from(noticeAddress).where(eq(noticeAddress.userId, userId)),
      tx.select().from(noticePreference).where(eq(noticePreference.userId, userId)),
    ])
    const timings = Object.fromEntries(
      noticeKinds.map((kind) => [kind, rows.find((row) => row.kind === kind)?.timing ?? 'now']),
    ) as Record<NoticeKind, Timing>
    return { email: address?.email ?? '', wantsSms: address?.wantsSms ?? false, timings }
  })
}

/** Sets them all; the same again changes nothing, so a form pressed twice does no harm. */
export async function setPreferences(viewer: Viewer, { email, wantsSms, timings }: Preferences): Promise<void> {
  const { userId, bureauId } = viewer
  if (!userId || !bureauId) throw new NotFound('person')
  await asViewer(viewer, async (tx) => {
    await tx
      .insert(noticeAddress)
      .values({ userId, bureauId, email, wantsSms })
      .onConflictDoUpdate({ target: noticeAddress.userId, set: { email, wantsSms } })
    for (const kind of noticeKinds)
      await tx
        .insert(noticePreference)
        .values({ userId, bureauId, kind, timing: timings[kind] })
        .onConflictDoUpdate({
          target: [noticePreference.userId, noticePreference.kind],
          set: { timing: timings[kind] },
        })
  })
} // prettier-ignore
