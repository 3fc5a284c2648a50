import type { Command, Target } from '../proposal/command'
import { endingsOf } from '../proposal/endings.server'
import { move } from '../proposal/move.server'

const settled = (command: Command, answer: string) => ({
  answer,
  settledBy: command.viewer.userId,
  settledAt: command.now,
})

/** 同意退办: the item goes to another unit; its number is free again, and whatever was open on it ends. */
export const upholdObjection = (
  command: Command,
  target: Target,
  input: { decisionDocument: string; answer: string },
) =>
  move(command, 'uphold_objection', target, input, async (tx, f) => ({
    result: null,
    // Its own objection is what settles it: that one is upheld here, not ended along with the rest.
    first: await endingsOf(tx, { ...f, objection: null }, command.now, '已改由其他单位办理'),
    carries: 'objection_upheld',
    objectionChanges: { ...settled(command, input.answer), decisionDocument: input.decisionDocument },
    details: { unit: f.objection?.proposedUnit ?? '', decisionDocument: input.decisionDocument },
  }))

/** 不同意退办: we go on handling it (青岛 says so; elsewhere nothing had stopped either). */
export const rejectObjection = (command: Command, target: Target, input: { answer: string }) =>
  move(command, 'reject_objection', target, input, async () => ({
    result: null,
    objectionChanges: settled(command, input.answer),
    details: { reason: input.answer },
  }))

/** 撤回退办, by whoever coordinates. */
export const withdrawObjection = (command: Command, target: Target, input: { reason: string }) =>
  move(command, 'withdraw_objection', target, input, async () => ({
    result: null,
    objectionChanges: settled(command, input.reason),
    details: { reason: input.reason },
  }))
