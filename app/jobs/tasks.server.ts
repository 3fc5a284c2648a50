import { businessNow, realNow } from '~/clock.server'
import { workBatches } from '~/domain/batches/work-batches.server'
import { deliverParcels } from '~/domain/between-bureaus/deliver-parcels.server'
import type { Carriers } from '~/domain/notices/carriers'
import { chaseOpenWork } from '~/domain/notices/chase-open-work.server'
import { deliverMessages } from '~/domain/notices/deliver-messages.server'
import { deliverOutbox, type PostOffice } from '~/domain/notices/deliver-outbox.server'
import { gatherDigests } from '~/domain/notices/gather-digests.server'
import { indexWhatIsMissing } from '~/domain/search/index-proposals.server'
import type { JobName } from './schedule'

export type Equipment = { office: PostOffice; carriers: Carriers }

type Task = (bureauId: string, now: Date, equipment: Equipment) => Promise<unknown>

/** Each job for one bureau: one line to a domain command. Each may be cut short and begun again. */
export const tasks: Record<JobName, Task> = {
  outbox: (bureauId, now, { office }) => deliverOutbox(bureauId, now, office),
  post: async (bureauId, now, { office, carriers }) => {
    await gatherDigests(bureauId, now, office)
    await deliverMessages(bureauId, now, carriers)
  },
  between_bureaus: (bureauId, now) => deliverParcels(bureauId, { now, realNow: realNow() }),
  // It runs for seconds, and each item is a command of its own moment.
  batches: (bureauId) => workBatches(bureauId, { now: businessNow, realNow }),
  chase: (bureauId, now) => chaseOpenWork(bureauId, now),
  search: (bureauId) => indexWhatIsMissing(bureauId),
}
