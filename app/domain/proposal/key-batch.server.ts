import { z } from 'zod'
import type { BatchKind } from '../batches/batch-kind'
import { flagKey } from './flag-key.server'

const given = z.object({ reason: z.string().min(1).max(500), version: z.number().int() })

/** 批量列为重点件: the list of a year's key items comes as one decision. */
export const keyBatch: BatchKind = {
  words: '批量列为重点件',
  roles: ['coordinator'],
  async one(command, { subjectId, input }) {
    const { version, reason } = given.parse(input)
    await flagKey(command, { proposalId: subjectId ?? '', expectedVersion: version }, { reason })
    return { state: 'done', message: '已列为重点件' }
  },
}
