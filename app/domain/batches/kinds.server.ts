import { allocationBatch } from '../allocation/allocation-batch.server'
import { registerBatch } from '../intake/lists/register-batch.server'
import { triageBatch } from '../intake/triage-batch.server'
import { keyBatch } from '../proposal/key-batch.server'
import { urgingBatch } from '../urging/urging-batch.server'
import type { BatchKind } from './batch-kind'

/** Every kind of batch, by the name kept in its row: what is worked is decided here and nowhere else. */
export const batchKinds: Readonly<Record<string, BatchKind>> = {
  register_list: registerBatch,
  submit_for_triage: triageBatch,
  allocate: allocationBatch,
  urge: urgingBatch,
  flag_key: keyBatch,
}
