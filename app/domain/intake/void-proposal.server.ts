import type { Command, Target } from '../proposal/command'
import { endingsOf } from '../proposal/endings.server'
import { move } from '../proposal/move.server'

/** 误登作废: the official number is free again, and nothing that was begun goes on. */
export const voidProposal = (command: Command, target: Target, input: { reason: string }) =>
  move(command, 'void', target, input, async (tx, f) => ({
    result: null,
    first: await endingsOf(tx, f, command.now, '登记已作废'),
    details: { reason: input.reason },
  }))
