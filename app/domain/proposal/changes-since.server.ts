import { and, asc, eq, gt } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { event } from '~/db/schema/log'
import { sentenceOf } from '../log/sentences'
import type { Change } from '../refusals'

/** What happened after the version a page showed (or the last three events), for whoever lost the race. */
export async function changesSince(tx: Tx, proposalId: string, version: number | null): Promise<Change[]> {
  const rows = await tx
    .select()
    .from(event)
    .where(
      and(eq(event.proposalId, proposalId), version === null ? undefined : gt(event.sequence, version - 1)),
    )
    .orderBy(asc(event.sequence))
  const later = version === null ? rows.slice(-3) : rows.filter((row) => row.body.version > version)
  return later.map((row) => ({ when: row.businessAt, who: row.actorName, sentence: sentenceOf(row.body) }))
}
