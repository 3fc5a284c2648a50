import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { additionalUnit, objection } from '~/db/schema/objection'

/** The open 退办 of a proposal (there is never more than one), else the newest. */
export async function readObjection(tx: Tx, proposalId: string) {
  const [row] = await tx
    .select()
    .from(objection)
    .where(eq(objection.proposalId, proposalId))
    .orderBy(sql`${objection.state} <> 'raised'`, desc(objection.raisedAt))
    .limit(1)
  return row ?? null
}

/** Every 增办 asked for, in the order of asking. */
export const readAdditionalUnits = (tx: Tx, proposalId: string) =>
  tx
    .select()
    .from(additionalUnit)
    .where(eq(additionalUnit.proposalId, proposalId))
    .orderBy(asc(additionalUnit.requestedAt))
