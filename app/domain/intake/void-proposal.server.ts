import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'

/** 误登作废: the official number is free again. */
export const voidProposal = (command: Command, target: Target, input: { reason: string }) =>
  move(command, 'void', target, input, async () => ({ result: null, details: { reason: input.reason } }))
