import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'

/** 作废稿: the round can begin another reply. */
export const abandonReply = (command: Command, target: Target, input: { reason: string }) =>
  move(command, 'abandon', target, input, async () => ({ result: null, details: { reason: input.reason } }))
