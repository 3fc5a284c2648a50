import { and, asc, eq, isNull } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { parcel } from '~/db/schema/between-bureaus'
import { houseOf } from '../people/viewer'
import { Conflict, Invalid, NotFound, Refused } from '../refusals'
import { bringHome } from './bring-home.server'
import { receiveAsked, receiveWord } from './receive-asked.server'

type Clocks = { now: Date; realNow: Date }
export type ParcelRow = typeof parcel.$inferSelect

/** How many one run carries; the next run's carries the rest. */
const reach = 200

/**
 * Carries what other bureaus of this house sent to this one, oldest first. Each is applied once, however often it is
 * tried: an ask by its own id, an answer by its idempotency key. What the rules here refuse is kept with the reason.
 */
export async function deliverParcels(bureauId: string, clocks: Clocks): Promise<number> {
  const house = houseOf(bureauId)
  const waiting = await asViewer(house, (tx) =>
    tx
      .select()
      .from(parcel)
      .where(and(eq(parcel.toBureauId, bureauId), isNull(parcel.deliveredAt)))
      .orderBy(asc(parcel.writtenAt), asc(parcel.id))
      .limit(reach),
  )
  for (const row of waiting) {
    const refusal = await refusalOf(() => apply(row, clocks))
    await asViewer(house, (tx) =>
      tx.update(parcel).set({ deliveredAt: clocks.now, refusal }).where(eq(parcel.id, row.id)),
    )
  }
  return waiting.length
}

async function apply(row: ParcelRow, clocks: Clocks) {
  const { body } = row
  if (body.kind === 'asked') return await receiveAsked(row, body)
  if (body.kind === 'returned' || body.kind === 'cancelled') return await receiveWord(row, body)
  return await bringHome(row, body, clocks)
}

/** What the rules refuse stays refused; anything else is tried again by the next run. */
async function refusalOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Refused) return error.reasons.map((r) => r.message).join('')
    if (error instanceof Invalid) return error.problems.map((p) => p.message).join('')
    if (error instanceof Conflict || error instanceof NotFound) return '这一件已不在办，没有收下。'
    throw error
  }
}
