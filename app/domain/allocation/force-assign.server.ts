import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'

/** 分管领导指定承办处室: no more returns. */
export const forceAssign = (command: Command, target: Target, input: { reason: string }) =>
  move(command, 'force_assign', target, input, async () => ({
    result: null,
    changes: { isForced: true },
    details: { reason: input.reason },
  }))
