import type { Tx } from '~/db/client.server'
import { insertMany } from '~/db/insert-many.server'
import { event, type EventBody } from '~/db/schema/log'
import { actorOf, type Viewer } from '../people/viewer'
import { canonicalJson } from './canonical'
import { chainHash } from './hashes.server'

export type NewEvent = Pick<
  EventBody,
  'kind' | 'version' | 'sequence' | 'previousHash' | 'changes' | 'details' | 'correlation'
> & {
  proposalId: string | null
  replyChanges?: EventBody['replyChanges']
}

export type Times = { businessAt: Date; recordedAt: Date }

/** The row of an event at the end of its chain. */
export function eventRow(viewer: Viewer, next: NewEvent, times: Times): typeof event.$inferInsert {
  const bureau = viewer.bureauId
  if (!bureau) throw new Error('an event needs a bureau')
  const { proposalId, ...said } = next
  const chain = proposalId ? `proposal:${proposalId}` : `bureau:${bureau}`
  const body: EventBody = {
    ...said,
    bureau,
    chain,
    actor: actorOf(viewer),
    actorName: viewer.name,
    businessAt: times.businessAt.toISOString(),
    recordedAt: times.recordedAt.toISOString(),
  }
  const canonical = canonicalJson(body)
  return {
    bureauId: bureau,
    chain,
    sequence: next.sequence,
    proposalId,
    kind: next.kind,
    actor: body.actor,
    actorName: body.actorName,
    businessAt: times.businessAt,
    recordedAt: times.recordedAt,
    canonical,
    body,
    previousHash: next.previousHash,
    hash: chainHash(next.previousHash, canonical),
  }
}

/** Adds one event to the end of its chain and returns its hash. The caller holds the lock on the chain's head. */
export async function appendEvent(tx: Tx, viewer: Viewer, next: NewEvent, times: Times): Promise<string> {
  const row = eventRow(viewer, next, times)
  await tx.insert(event).values(row)
  return row.hash
}

/** Many first events at once, each of a chain of its own that nobody else can know yet. */
export const appendFirstEvents = (tx: Tx, rows: readonly (typeof event.$inferInsert)[]) =>
  insertMany(tx, event, rows)
