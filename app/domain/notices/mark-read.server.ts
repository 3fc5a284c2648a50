import { and, eq, isNull, lte } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { notice } from '~/db/schema/notices'
import type { Viewer } from '../people/viewer'
import { NotFound } from '../refusals'

/** Marks one notice read and says where it leads. @throws NotFound when it is not the viewer's */
export async function openNotice(viewer: Viewer, id: string, now: Date): Promise<string> {
  const { userId } = viewer
  if (!userId) throw new NotFound('notice')
  return await asViewer(viewer, async (tx) => {
    const own = and(eq(notice.id, id), eq(notice.userId, userId))
    await tx.update(notice).set({ readAt: now }).where(and(own, isNull(notice.readAt))) // prettier-ignore
    const [row] = await tx.select({ href: notice.href }).from(notice).where(own)
    if (!row) throw new NotFound('notice')
    return row.href
  })
}

/** Marks all read that the page had when it was drawn; what came since stays unread. */
export async function markAllRead(viewer: Viewer, shownAt: Date, now: Date): Promise<void> {
  await asViewer(viewer, (tx) =>
    tx
      .update(notice)
      .set({ readAt: now })
      .where(
        and(eq(notice.userId, viewer.userId ?? ''), isNull(notice.readAt), lte(notice.writtenAt, shownAt)),
      ),
  )
}
