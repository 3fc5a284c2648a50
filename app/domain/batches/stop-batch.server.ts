import { eq } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { batch } from '~/db/schema/batches'
import { hasRole, type Viewer } from '../people/viewer'
import { Conflict, NotFound, Refused } from '../refusals'
import { isOpenBatch } from './states'

export const mayStop = (viewer: Viewer, startedBy: string) =>
  viewer.userId === startedBy || hasRole(viewer, 'coordinator')

/**
 * Stops what is left of a batch; what is done stays done. Pressed twice it stops once.
 * @throws NotFound · Refused unless by who started it or the coordinator · Conflict when it has ended already
 */
export async function stopBatch(viewer: Viewer, batchId: string, now: Date): Promise<void> {
  await asViewer(viewer, async (tx) => {
    const [row] = await tx.select().from(batch).where(eq(batch.id, batchId)).for('update')
    if (!row) throw new NotFound('batch')
    if (!mayStop(viewer, row.startedBy))
      throw new Refused('stop_batch', [
        { code: 'NOT_YOURS', message: '这次批量办理由发起人停止。', whoCanResolve: '发起人、综合处' },
      ])
    if (row.state === 'stopped') return
    if (!isOpenBatch(row.state)) throw new Conflict('您打开页面以后，这次批量办理已经办完。', [])
    const reason = `${viewer.name}停止，剩下的没有办。`
    await tx.update(batch).set({ state: 'stopped', endedAt: now, reason }).where(eq(batch.id, batchId))
  })
}
