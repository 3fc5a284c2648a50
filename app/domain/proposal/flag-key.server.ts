import type { Command, Target } from './command'
import { move } from './move.server'

/** 列为重点件。 */
export const flagKey = (command: Command, target: Target, input: { reason: string }) =>
  move(command, 'flag_key', target, input, async () => ({
    result: null,
    changes: { priority: 'key' },
    details: { reason: input.reason },
  }))
