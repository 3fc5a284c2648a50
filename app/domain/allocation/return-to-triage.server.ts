import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'

/** 处室退回: at most twice, then the deputy decides. */
export const returnToTriage = (command: Command, target: Target, input: { reason: string }) =>
  move(command, 'division_return', target, input, async (_tx, f) => ({
    result: null,
    changes: { returns: f.proposal.returns + 1, divisionId: null },
    details: { reason: input.reason },
  }))
