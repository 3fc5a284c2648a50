import { randomUUID } from 'node:crypto'
import { count, eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { urging } from '~/db/schema/notices'
import type { Command } from '../proposal/command'
import type { Facts } from '../proposal/facts'

/** Keeps one 催办; the proposal's row is locked, so that each gets the next number. */
export async function recordUrging(
  tx: Tx,
  command: Command,
  f: Facts,
  { requestId, reason }: { requestId: string | null; reason: string },
): Promise<string> {
  const id = randomUUID()
  const { id: proposalId, bureauId } = f.proposal
  const [before] = await tx.select({ n: count() }).from(urging).where(eq(urging.proposalId, proposalId))
  await tx.insert(urging).values({
    id, proposalId, bureauId, requestId, n: (before?.n ?? 0) + 1, reason, urgedBy: command.viewer.userId ?? '', urgedAt: command.now,
  }) // prettier-ignore
  return id
}
