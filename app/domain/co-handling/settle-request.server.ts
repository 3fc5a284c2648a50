import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { partyName } from './party-name.server'
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
/** 退回补充: the unit answers again. */
export const returnOpinion = settle('return_opinion', true, false)
/** 会办单位说明不予会办。 */
export const declineRequest = settle('decline_request', true, false)
/** 免会: we go on without this opinion. */
export const waiveRequest = settle('waive_request', true, true)
/** 取消会办, with notice to the unit. */
export const cancelRequest = settle('cancel_request', true, true)
