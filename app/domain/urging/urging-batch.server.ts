import { z } from 'zod'
import type { BatchKind } from '../batches/batch-kind'
import { urgeProposal } from './urge-proposal.server'

const given = z.object({ reason: z.string().min(1).max(200) })

/** 批量催办: one reason for all that was selected; each handler is told of his own. */
export const urgingBatch: BatchKind = {
  words: '批量催办',
  roles: ['coordinator', 'deputy', 'director', 'supervisor'],
  async one(command, { subjectId, input }) {
    await urgeProposal(command, { proposalId: subjectId ?? '' }, given.parse(input))
    return { state: 'done', message: '已催办' }
  },
}
