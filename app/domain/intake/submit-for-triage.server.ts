import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'

/** 核对无误，转入研判。 */
export const submitForTriage = (command: Command, target: Target) =>
  move(command, 'submit_for_triage', target, {}, async () => ({ result: null }))
