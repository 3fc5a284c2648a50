import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { lapseApprovals, thawed } from './lapse-approvals.server'

/** 撤回送审, by the drafter. */
export const withdrawFromClearance = (command: Command, target: Target, input: { reason: string }) =>
  move(command, 'withdraw_from_clearance', target, input, async (tx, f) => {
    if (f.reply) await lapseApprovals(tx, f.reply, command.now)
    return { result: null, replyChanges: thawed, details: { reason: input.reason } }
  })
