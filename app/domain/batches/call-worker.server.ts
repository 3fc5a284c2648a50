import type { Tx } from '~/db/client.server'
import { wakeJob } from '~/db/wake-job.server'

/** The job that works the batches, in the transaction of what it is to work: rolled back together. */
export const callWorker = (tx: Tx): Promise<void> => wakeJob(tx, 'batches')
