import { eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { withdrawal } from '~/db/schema/objection'
import { convertedMotion, keySupervision } from '~/db/schema/particulars'
import { readRoles } from '../allocation/read-asks.server'

/** What only some proposals have: who supervises a key item, a motion it was, who else leads or answers. */
export async function readParticulars(tx: Tx, proposalId: string) {
  const [roles, keys, motions, withdrawals] = await Promise.all([
    readRoles(tx, proposalId),
    tx.select().from(keySupervision).where(eq(keySupervision.proposalId, proposalId)),
    tx.select().from(convertedMotion).where(eq(convertedMotion.proposalId, proposalId)),
    tx.select().from(withdrawal).where(eq(withdrawal.proposalId, proposalId)),
  ])
  return {
    ...roles,
    supervisor: keys[0]?.supervisor ?? '',
    ledBy: keys[0]?.ledBy ?? '',
    motionDecision: motions[0]?.decision ?? '',
    withdrawal: withdrawals[0] ?? null,
  }
}
