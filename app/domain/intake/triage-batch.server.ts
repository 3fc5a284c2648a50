import type { BatchKind } from '../batches/batch-kind'
import { submitForTriage } from './submit-for-triage.server'

/** 批量转入研判: what was registered from a list is passed on together, each item by its own rules. */
export const triageBatch: BatchKind = {
  words: '批量转入研判',
  roles: ['registrar'],
  async one(command, { subjectId }) {
    await submitForTriage(command, { proposalId: subjectId ?? '' })
    return { state: 'done', message: '已转入研判' }
  },
}
