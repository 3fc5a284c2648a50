import { and, eq, sql } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { incomingRequest } from '~/db/schema/between-bureaus'
import { houseOf } from '../people/viewer'
import { afterWord } from './incoming'
import type { ParcelRow } from './deliver-parcels.server'
import type { Asked, Word } from './parcel'

/** 来件: kept for the registrar; the same request once, however often it is carried. */
export async function receiveAsked(row: ParcelRow, { kind: _, ...asked }: Asked) {
  await asViewer(houseOf(row.toBureauId), async (tx) => {
    const unitId = await unitOfBureau(tx, row.fromBureauId)
    if (!unitId) throw new Error(`bureau ${row.fromBureauId} is no unit here`)
    await tx
      .insert(incomingRequest)
      .values({ ...asked, id: row.requestId, bureauId: row.toBureauId, unitId, state: 'waiting' })
      .onConflictDoNothing()
  })
}

/** 退回补充 or 取消会办, said by the asking bureau. */
export async function receiveWord(row: ParcelRow, { kind, reason }: Word) {
  const word = kind === 'returned' ? 'returned' : 'cancelled'
  await asViewer(houseOf(row.toBureauId), async (tx) => {
    const same = and(eq(incomingRequest.id, row.requestId), eq(incomingRequest.bureauId, row.toBureauId))
    const [found] = await tx.select().from(incomingRequest).where(same).for('update')
    if (found)
      await tx
        .update(incomingRequest)
        .set({ state: afterWord(found.state, word), reason })
        .where(same)
  })
}

/** Our unit that is the given bureau. */
async function unitOfBureau(tx: Tx, bureauId: string): Promise<string | null> {
  const [row] = await tx.execute<{ unit: string | null }>(
    sql`select fuhan_unit_of_bureau(${bureauId}::uuid) as unit`,
  )
  return row?.unit ?? null
}
