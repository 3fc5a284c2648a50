import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { message, notice, noticeAddress } from '~/db/schema/notices'
import { bureau } from '~/db/schema/people'
import { houseOf } from '../people/viewer'
import type { PostOffice } from './deliver-outbox.server'
import { digestOf } from './notice-text'

/** How many notices one run takes; the next minute's takes the rest. */
const reach = 2000

/** One mail per person with all that waited for 8:30. A morning missed is made up at the next run, in one mail. */
export async function gatherDigests(bureauId: string, now: Date, office: PostOffice): Promise<number> {
  return await asViewer(houseOf(bureauId), async (tx) => {
    const due = await tx
      .select()
      .from(notice)
      .where(and(eq(notice.bureauId, bureauId), isNull(notice.digestedAt), lte(notice.digestAt, now)))
      .orderBy(asc(notice.writtenAt))
      .limit(reach)
      .for('update', { skipLocked: true })
    if (due.length === 0) return 0
    const [[own], addresses] = await Promise.all([
      tx.select({ name: bureau.shortName }).from(bureau).where(eq(bureau.id, bureauId)),
      tx.select().from(noticeAddress),
    ])
    const people = [...new Set(due.map((n) => n.userId))]
    for (const userId of people) {
      const address = addresses.find((a) => a.userId === userId)?.email
      if (!address || !office.sendsMail) continue
      const mine = due.filter((n) => n.userId === userId)
      await tx.insert(message).values({
        id: randomUUID(), bureauId, userId, channel: 'email', cause: `digest:${now.toISOString()}`, address, writtenAt: now,
        nextAt: now, attempts: 0, ...digestOf(own?.name ?? '', mine, office.origin),
      }) // prettier-ignore
    }
    await tx.update(notice).set({ digestedAt: now }).where(inArray(notice.id, due.map((n) => n.id))) // prettier-ignore
    return people.length
  })
}
