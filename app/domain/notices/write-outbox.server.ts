import type { Tx } from '~/db/client.server'
import { wakeJob } from '~/db/wake-job.server'
import { outbox } from '~/db/schema/log'

/** A message to the world and the job that delivers it, in the transaction of what it tells: rolled back together. */
export async function writeOutbox(tx: Tx, row: typeof outbox.$inferInsert): Promise<void> {
  await tx.insert(outbox).values(row)
  await wakeJob(tx, 'outbox')
}
