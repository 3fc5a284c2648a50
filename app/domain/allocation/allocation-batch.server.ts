import { z } from 'zod'
import type { BatchKind } from '../batches/batch-kind'
import { handlingRoles } from '../proposal/words-of-the-trade'
import { allocate } from './allocate.server'

const given = z.object({
  divisionId: z.uuid(),
  handlingRole: z.enum(handlingRoles),
  leadUnitId: z.uuid().nullable(),
  version: z.number().int(),
})

/** 批量分办: what was selected goes to one division, each item by its own rules and as it was shown. */
export const allocationBatch: BatchKind = {
  words: '批量分办到处室',
  roles: ['coordinator'],
  async one(command, { subjectId, input }) {
    const { version, ...allocation } = given.parse(input)
    await allocate(command, { proposalId: subjectId ?? '', expectedVersion: version }, allocation)
    return { state: 'done', message: '已分办，等处室签收' }
  },
}
