import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { message } from '~/db/schema/notices'
import { houseOf } from '../people/viewer'
import { nextTry } from './backoff'
import type { Carriers } from './carriers'

/** How many one run carries, and for how long; the next minute's carries the rest. Real time, for the job must end. */
const reach = 500
const longestMs = 8000

/**
 * Carries what waits. A message is claimed first, in a transaction of its own that also sets its next try: two workers
 * never carry the same one, and one whose worker died is carried again later under the same Message-ID. A server that
 * does not answer ends the run for its channel.
 */
export async function deliverMessages(bureauId: string, now: Date, carriers: Carriers): Promise<{ carried: number; waiting: boolean }> {
  let carried = 0
  const begun = performance.now()
  const channels = new Set<'email' | 'sms'>(carriers.email ? ['email', 'sms'] : ['sms'])
  for (let i = 0; i < reach && channels.size > 0 && performance.now() - begun < longestMs; i++) {
    const letter = await claim(bureauId, now, [...channels])
    if (!letter) return { carried, waiting: false }
    try {
      const outcome = await (letter.channel === 'sms' ? carriers.sms : (carriers.email ?? carriers.sms))(letter)
      await settle(bureauId, letter.id, outcome === 'refused' ? { refusedAt: now } : { sentAt: now, outcome })
      carried++
    } catch (error) {
      channels.delete(letter.channel)
      await settle(bureauId, letter.id, { lastError: codeOf(error) })
    }
  }
  return { carried, waiting: true }
} // prettier-ignore

const claim = (bureauId: string, now: Date, channels: ('email' | 'sms')[]) =>
  asViewer(houseOf(bureauId), async (tx) => {
    const [next] = await tx
      .select()
      .from(message)
      .where(
        and(
          eq(message.bureauId, bureauId),
          isNull(message.sentAt),
          isNull(message.refusedAt),
          lte(message.nextAt, now),
          inArray(message.channel, channels),
        ),
      )
      .orderBy(asc(message.nextAt), asc(message.id))
      .limit(1)
      .for('update', { skipLocked: true })
    if (!next) return null
    await tx
      .update(message)
      .set({ attempts: sql`${message.attempts} + 1`, nextAt: nextTry(next.attempts, now) })
      .where(eq(message.id, next.id))
    return next
  })

type Settled = Partial<Pick<typeof message.$inferSelect, 'sentAt' | 'outcome' | 'refusedAt' | 'lastError'>>

const settle = (bureauId: string, id: string, values: Settled) =>
  asViewer(houseOf(bureauId), (tx) => tx.update(message).set(values).where(eq(message.id, id)))

/** ECONNREFUSED, EAUTH …: an SMTP server's own words may name its host or the account. */
const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'failed'
