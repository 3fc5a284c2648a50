import { and, count, desc, eq, isNull, lt, or } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { notice } from '~/db/schema/notices'
import type { Viewer } from '../people/viewer'

export type InboxNotice = Pick<
  typeof notice.$inferSelect,
  'id' | 'kind' | 'line' | 'href' | 'writtenAt' | 'readAt'
>

export const inboxPage = 30

/** A place between two notices: the one before it. */
export type InboxPlace = { writtenAt: Date; id: string }

/** 收件: one page of the viewer's notices, the newest first, and how many he has not read. */
export async function readInbox(
  viewer: Viewer,
  { unreadOnly, after }: { unreadOnly: boolean; after: InboxPlace | null },
): Promise<{ notices: InboxNotice[]; unread: number; next: InboxPlace | null }> {
  const own = eq(notice.userId, viewer.userId ?? '')
  return await asViewer(viewer, async (tx) => {
    const [rows, [unread]] = await Promise.all([
      tx
        .select({
          id: notice.id, kind: notice.kind, line: notice.line, href: notice.href, writtenAt: notice.writtenAt, readAt: notice.readAt,
        })
        .from(notice)
        .where(
          and(
            own,
            unreadOnly ? isNull(notice.readAt) : undefined,
            after
              ? or(
                  lt(notice.writtenAt, after.writtenAt),
                  and(eq(notice.writtenAt, after.writtenAt), lt(notice.id, after.id)),
                )
              : undefined,
          ),
        )
        .orderBy(desc(notice.writtenAt), desc(notice.id))
        .limit(inboxPage + 1),
      tx.select({ n: count() }).from(notice).where(and(own, isNull(notice.readAt))),
    ]) // prettier-ignore
    const notices = rows.slice(0, inboxPage)
    const last = notices.at(-1)
    return { notices, unread: unread?.n ?? 0, next: rows.length > inboxPage && last ? last : null }
  })
}
