import { shanghaiDay } from '../deadlines/day'
import { canonicalJson } from '../log/canonical'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { partyName } from './party-name.server'
import { redoDue } from './redo-due'
import type { RequestMove } from './request-lifecycle'

const settle =
  (event: RequestMove, reasonKept: boolean, isEnd: boolean) =>
  (command: Command, target: Target, input: { reason: string }) =>
    move(command, event, target, input, async (tx, f) => ({
      result: null,
      details: { party: await partyName(tx, f), ...(reasonKept ? { reason: input.reason } : {}) },
      requestChanges: {
        ...(reasonKept ? { reason: input.reason } : {}),
        ...(isEnd ? { settledAt: command.now } : {}),
      },
    }))

/** 采纳会办意见。 */
export const acceptOpinion = (command: Command, target: Target) =>
  settle('accept_opinion', false, true)(command, target, { reason: '' })
/** 意见不一: nothing goes to clearance until it was coordinated. */
export const disputeOpinion = settle('dispute_opinion', true, false)
/** 免会: we go on without this opinion. */
export const waiveRequest = settle('waive_request', true, true)
/** 取消会办, with notice to the unit. */
export const cancelRequest = settle('cancel_request', true, true)

/**
 * 退回补充: the unit answers again. The new due day is the one given, else the place's rule for an opinion to be redone,
 * else the day it already had.
 */
export const returnOpinion = (
  command: Command,
  target: Target,
  input: { reason: string; dueOn?: string | null },
) =>
  move(command, 'return_opinion', target, input, async (tx, f) => {
    const due = newDue(input.dueOn ?? null, redoDue(f, shanghaiDay(command.now)))
    return {
      result: null,
      details: { party: await partyName(tx, f), reason: input.reason, ...(due ? { dueOn: due.dueOn } : {}) },
      requestChanges: { reason: input.reason, ...due },
    }
  })

function newDue(byHand: string | null, byRule: ReturnType<typeof redoDue>) {
  if (byHand) return { dueOn: byHand, derivation: canonicalJson({ setByHand: byHand }) }
  return byRule ? { dueOn: byRule.due, derivation: canonicalJson({ redo: byRule.derivation }) } : null
}

/** 延长会办期限 of one request; the proposal's own clocks stay as they are. */
export const extendRequest = (command: Command, target: Target, input: { dueOn: string; reason: string }) =>
  move(command, 'extend_request', target, input, async (tx, f) => {
    const before = f.request?.dueOn ?? ''
    const { dueOn, reason } = input
    return {
      result: null,
      details: { party: await partyName(tx, f), reason, before, dueOn },
      requestChanges: { dueOn, derivation: canonicalJson({ setByHand: dueOn, before, reason }) },
    }
  })
