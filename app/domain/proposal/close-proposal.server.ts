import type { Command, Target } from './command'
import { move } from './move.server'

/** 办结: receipts in, publication decided, promises confirmed, nothing asked of anyone; with a reason where another system replied. */
export const closeProposal = (command: Command, target: Target, input: { reason?: string } = {}) =>
  move(command, 'close', target, input, async () => ({
    result: null,
    ...(input.reason ? { details: { reason: input.reason } } : {}),
  }))
