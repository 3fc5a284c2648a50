import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { recordUrging } from './record-urging.server'

/** 催办 of a proposal, to its handler and his division, with the reason. */
export const urgeProposal = (command: Command, target: Target, input: { reason: string }) =>
  move(command, 'urge', target, input, async (tx, f) => {
    const urgingId = await recordUrging(tx, command, f, { requestId: null, reason: input.reason })
    return { result: { urgingId }, details: { reason: input.reason } }
  })
