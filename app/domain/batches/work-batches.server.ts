import { and, asc, eq, inArray } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { batch } from '~/db/schema/batches'
import { hasRole, houseOf, type Viewer } from '../people/viewer'
import { viewerAgain } from '../people/viewer-again.server'
import type { Command } from '../proposal/command'
import type { BatchKind, ItemResult, WorkedItem } from './batch-kind'
import { wakeJob } from '~/db/wake-job.server'
import { nextItems, writeResults, type Batch } from './item-results.server'
import { batchKinds } from './kinds.server'
import { brokenResult, mayGoWellLater, refusedResult } from './result-of-error.server'

/** One job works this long and calls the next, well before pg-boss gives it up (expireInSeconds of its queue). */
const sliceMs = 8000

/** Items worked between two looks at the account of the person they are worked for. */
const chunkOfOne = 20

/** Both clocks, read anew for every command. */
type Clocks = { now: () => Date; realNow: () => Date }

/**
 * Works the bureau's open batches, oldest first. It may be cut short anywhere and begun again, by two workers at once
 * even: what an item does is remembered under the item's key, and its result counts when it is written the first time.
 * @throws what broke, after writing it down as the item's result, so that the job is reported and the next one goes on
 */
export async function workBatches(bureauId: string, clocks: Clocks): Promise<void> {
  const until = performance.now() + sliceMs
  for (const row of await openBatches(bureauId)) {
    while (await workChunk(row, clocks))
      if (performance.now() > until) return await asViewer(houseOf(bureauId), (tx) => wakeJob(tx, 'batches'))
  }
}

const openBatches = (bureauId: string): Promise<Batch[]> =>
  asViewer(houseOf(bureauId), (tx) =>
    tx
      .select()
      .from(batch)
      .where(and(eq(batch.bureauId, bureauId), inArray(batch.state, ['queued', 'running'])))
      .orderBy(asc(batch.startedAt)),
  )

/** Works the next items; false when the batch has none left or was stopped. */
async function workChunk(row: Batch, clocks: Clocks): Promise<boolean> {
  const kind = batchKinds[row.kind]
  const viewer = await viewerAgain(row.bureauId, row.startedBy)
  const why = whyStop(kind, viewer)
  if (!kind || !viewer || why !== null) return await endBatch(row, clocks.now(), why)
  const items = await nextItems(row, viewer, 'many' in kind ? kind.atOnce : chunkOfOne)
  if (items === null) return false
  if (items.length === 0) return await endBatch(row, clocks.now(), null)
  const commandOf = (position: number): Command => ({
    viewer, now: clocks.now(), realNow: clocks.realNow(), key: `batch ${row.id} ${position}`,
  }) // prettier-ignore
  const groups = 'many' in kind ? [items] : items.map((item) => [item])
  for (const group of groups) {
    const { results, broken } = await workGroup(kind, commandOf(group[0]?.position ?? 0), group)
    const goesOn = await writeResults(row, viewer, group, results)
    if (broken !== null) throw broken.error
    if (!goesOn) return false
  }
  return true
}

async function workGroup(
  kind: BatchKind,
  command: Command,
  items: readonly WorkedItem[],
): Promise<{ results: ItemResult[]; broken: { error: unknown } | null }> {
  try {
    const [item] = items
    if ('many' in kind) return { results: await kind.many(command, items), broken: null }
    return { results: item ? [await kind.one(command, item)] : [], broken: null }
  } catch (error) {
    if (mayGoWellLater(error)) throw error
    const refused = refusedResult(error)
    return { results: items.map(() => refused ?? brokenResult), broken: refused ? null : { error } }
  }
}

function whyStop(kind: BatchKind | undefined, viewer: Viewer | null): string | null {
  if (!viewer) return '发起人的账号已停用，剩下的没有办。'
  if (!kind) return '系统已不认得这种批量办理，剩下的没有办。'
  if (!kind.roles.some((role) => hasRole(viewer, role))) return '发起人已不在这个岗位，剩下的没有办。'
  return null
}

async function endBatch(row: Batch, now: Date, reason: string | null): Promise<false> {
  await asViewer(houseOf(row.bureauId), (tx) =>
    tx
      .update(batch)
      .set({ state: reason === null ? 'done' : 'stopped', endedAt: now, reason })
      .where(and(eq(batch.id, row.id), inArray(batch.state, ['queued', 'running']))),
  )
  return false
}
