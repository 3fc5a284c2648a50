import { keySupervision } from '~/db/schema/particulars'
import type { Command, Target } from './command'
import { move } from './move.server'

type Flagged = {
  reason: string
  /** 领衔督办: whoever of the congress or conference supervises it. */
  supervisor?: string
  /** 领办: whoever of the bureau leads the work himself. */
  ledBy?: string
}

/** 列为重点件, or say anew who supervises it and who leads it. */
export const flagKey = (command: Command, target: Target, input: Flagged) =>
  move(command, 'flag_key', target, input, async (tx, f) => {
    const { reason, supervisor = '', ledBy = '' } = input
    const { id: proposalId, bureauId } = f.proposal
    await tx
      .insert(keySupervision)
      .values({ proposalId, bureauId, supervisor, ledBy })
      .onConflictDoUpdate({ target: keySupervision.proposalId, set: { supervisor, ledBy } })
    return {
      result: null,
      changes: { priority: 'key' },
      details: { reason, ...(supervisor ? { supervisor } : {}), ...(ledBy ? { ledBy } : {}) },
    }
  })
