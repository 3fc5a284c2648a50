import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { bureauChain } from '~/db/schema/log'
import type { Viewer } from '../people/viewer'
import { appendEvent, type Times } from './append-event.server'
import { chainStart } from './hashes.server'

/** Logs what concerns no proposal (sign-in, settings, accounts) on the bureau's own chain. */
export async function appendBureauEvent(
  tx: Tx,
  viewer: Viewer,
  happened: { kind: string; details: Record<string, unknown> },
  times: Times,
): Promise<void> {
  const bureauId = viewer.bureauId
  if (!bureauId) throw new Error('a bureau event needs a bureau')
  await tx.insert(bureauChain).values({ bureauId, sequence: 0, headHash: chainStart }).onConflictDoNothing()
  const [head] = await tx.select().from(bureauChain).where(eq(bureauChain.bureauId, bureauId)).for('update')
  if (!head) throw new Error('the bureau has no chain')
  const sequence = head.sequence + 1
  const headHash = await appendEvent(
    tx,
    viewer,
    {
      ...happened,
      proposalId: null,
      sequence,
      version: sequence,
      previousHash: head.headHash,
      changes: {},
      correlation: randomUUID(),
    },
    times,
  )
  await tx.update(bureauChain).set({ sequence, headHash }).where(eq(bureauChain.bureauId, bureauId))
}
