import { and, asc, eq, sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { batch, batchItem } from '~/db/schema/batches'
import type { Viewer } from '../people/viewer'
import type { ItemResult, WorkedItem } from './batch-kind'
import { isOpenBatch, type ItemState } from './states'

export type Batch = typeof batch.$inferSelect

/** The next items that wait; null when the batch was stopped meanwhile. */
export async function nextItems(row: Batch, viewer: Viewer, most: number): Promise<WorkedItem[] | null> {
  return await asViewer(viewer, async (tx) => {
    const [still] = await tx.select().from(batch).where(eq(batch.id, row.id)).for('update')
    if (!still || !isOpenBatch(still.state)) return null
    if (still.state === 'queued') await tx.update(batch).set({ state: 'running' }).where(eq(batch.id, row.id))
    const items = await tx
      .select()
      .from(batchItem)
      .where(and(eq(batchItem.batchId, row.id), eq(batchItem.state, 'waiting')))
      .orderBy(asc(batchItem.position))
      .limit(most)
    return items.map(({ position, label, subjectId, input }) => {
      return { position, label, subjectId, input: JSON.parse(input) as unknown }
    })
  })
}

/** Writes results that are not there yet, and counts them; false when the batch was stopped meanwhile. */
export async function writeResults(
  row: Batch,
  viewer: Viewer,
  items: readonly WorkedItem[],
  results: readonly ItemResult[],
): Promise<boolean> {
  const rows = items.map((item, i) => {
    const result = results[i]
    if (!result) throw new Error('an item of a batch was left without a result')
    return { position: item.position, state: result.state, message: result.message.slice(0, 1000), subject_id: result.subjectId ?? item.subjectId } // prettier-ignore
  })
  return await asViewer(viewer, async (tx) => {
    const [still] = await tx.select().from(batch).where(eq(batch.id, row.id)).for('update')
    if (!still) return false
    const written = [
      ...(await tx.execute<{ state: ItemState }>(
        sql`update batch_item i set state = r.state, message = r.message, subject_id = r.subject_id
          from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
            as r(position integer, state text, message text, subject_id uuid)
          where i.batch_id = ${row.id} and i.position = r.position and i.state = 'waiting' returning i.state`,
      )),
    ]
    const failed = written.filter((item) => item.state === 'failed').length
    if (written.length > 0)
      await tx
        .update(batch)
        .set({ done: still.done + written.length, failed: still.failed + failed })
        .where(eq(batch.id, row.id))
    return isOpenBatch(still.state)
  })
}
