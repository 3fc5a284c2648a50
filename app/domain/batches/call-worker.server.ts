import { sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'

/** The job that works the batches, in the transaction of what it is to work: rolled back together. */
export async function callWorker(tx: Tx): Promise<void> {
  await tx.execute(sql`insert into pgboss.job (name, retry_limit, retry_delay, expire_in, policy)
    select name, retry_limit, retry_delay, expire_seconds * interval '1 second', policy from pgboss.queue where name = 'batches'`)
}
