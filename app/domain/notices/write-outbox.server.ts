import { sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { outbox } from '~/db/schema/log'

/** A message to the world and the job that delivers it, in the transaction of what it tells: rolled back together. */
export async function writeOutbox(tx: Tx, row: typeof outbox.$inferInsert): Promise<void> {
  await tx.insert(outbox).values(row)
  await tx.execute(sql`insert into pgboss.job (name, retry_limit, retry_delay, expire_in, policy)
    select name, retry_limit, retry_delay, expire_seconds * interval '1 second', policy from pgboss.queue where name = 'outbox'`)
}
