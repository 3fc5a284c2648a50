import type { Command, Target } from './command'
import { move } from './move.server'

/** 办结: receipts in, publication decided, promises confirmed, nothing asked of anyone. */
export const closeProposal = (command: Command, target: Target) =>
  move(command, 'close', target, {}, async () => ({ result: null }))
