import { sql } from 'drizzle-orm'
import type { Tx } from './client.server'

/** Calls a job of app/jobs/schedule.ts in the transaction of what it is to do: rolled back together. */
export async function wakeJob(tx: Tx, name: string): Promise<void> {
  await tx.execute(sql`insert into pgboss.job (name, retry_limit, retry_delay, expire_in, policy)
    select name, retry_limit, retry_delay, expire_seconds * interval '1 second', policy from pgboss.queue where name = ${name}
    on conflict do nothing`)
}
