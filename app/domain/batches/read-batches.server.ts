import { and, asc, count, desc, eq, gt, sql } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { batch, batchItem } from '~/db/schema/batches'
import { appUser } from '~/db/schema/people'
import { proposal } from '~/db/schema/proposal'
import type { Viewer } from '../people/viewer'
import { NotFound } from '../refusals'
import { batchKinds } from './kinds.server'
import type { ItemState } from './states'

const columns = {
  id: batch.id, kind: batch.kind, title: batch.title, startedAt: batch.startedAt, state: batch.state, total: batch.total,
  done: batch.done, failed: batch.failed, endedAt: batch.endedAt, reason: batch.reason, startedBy: batch.startedBy,
  starter: appUser.name,
} // prettier-ignore

const ofKind = <B extends { kind: string }>(row: B) => ({
  ...row,
  words: batchKinds[row.kind]?.words ?? '批量办理',
})

/** The batches this person started; all of them where he coordinates (the walls say which). */
export async function readBatches(viewer: Viewer) {
  const rows = await asViewer(viewer, (tx) =>
    tx
      .select(columns)
      .from(batch)
      .innerJoin(appUser, eq(appUser.id, batch.startedBy))
      .orderBy(desc(batch.startedAt), asc(batch.id))
      .limit(100),
  )
  return rows.map(ofKind)
}

export type ItemQuery = { state: ItemState | null; after: number; most: number }

/** @throws NotFound when there is no such batch, or it is not this person's to see */
export async function readBatch(viewer: Viewer, batchId: string, query: ItemQuery) {
  return await asViewer(viewer, async (tx) => {
    const [[row], items, byState] = await Promise.all([
      tx.select(columns).from(batch).innerJoin(appUser, eq(appUser.id, batch.startedBy)).where(eq(batch.id, batchId)),
      readItems(tx, batchId, query),
      tx
        .select({ state: batchItem.state, n: count() })
        .from(batchItem)
        .where(eq(batchItem.batchId, batchId))
        .groupBy(batchItem.state),
    ]) // prettier-ignore
    if (!row) throw new NotFound('batch')
    const counts: Partial<Record<ItemState, number>> = Object.fromEntries(byState.map((s) => [s.state, s.n]))
    return { ...ofKind(row), items, counts }
  })
}

const readItems = (tx: Tx, batchId: string, { state, after, most }: ItemQuery) =>
  tx
    .select({
      position: batchItem.position, label: batchItem.label, state: batchItem.state, message: batchItem.message,
      registerNo: sql<string | null>`${proposal.registerNo}`,
    })
    .from(batchItem)
    .leftJoin(proposal, eq(proposal.id, batchItem.subjectId))
    .where(
      and(
        eq(batchItem.batchId, batchId),
        gt(batchItem.position, after),
        state ? eq(batchItem.state, state) : undefined,
      ),
    )
    .orderBy(asc(batchItem.position))
    .limit(most) // prettier-ignore
