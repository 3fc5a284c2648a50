import type { Command } from '../proposal/command'
import { Conflict, Invalid, NotFound, Refused } from '../refusals'
import { reassign } from './reassign.server'

/** One item of a 工作移交: to whom, and the version its row was drawn from. */
export type HandedItem = { proposalId: string; registerNo: string; version: number; handlerId: string }
/** What became of it; `problem` is why it was not handed over, in words. */
export type HandedResult = { registerNo: string; problem: string | null }

/**
 * 工作移交: each item by the ordinary reassign, in a transaction and with an event of its own, so that one that is in
 * the way stops no other. Sent again with the same key it hands over nothing twice.
 */
export async function handOver(
  command: Command,
  { items, reason }: { items: readonly HandedItem[]; reason: string },
): Promise<HandedResult[]> {
  const results: HandedResult[] = []
  for (const { proposalId, registerNo, version, handlerId } of items) {
    const own = { ...command, key: `${command.key}-${proposalId}` }
    const problem = await reassign(own, { proposalId, expectedVersion: version }, { handlerId, reason }).then(
      () => null,
      problemIn,
    )
    results.push({ registerNo, problem })
  }
  return results
}

/** What the rules said against it. @throws what is no answer of theirs */
function problemIn(error: unknown): string {
  if (error instanceof Refused)
    return error.reasons.map((r) => `${r.message}可找：${r.whoCanResolve}。`).join('')
  if (error instanceof Invalid) return error.problems.map((p) => p.message).join('')
  if (error instanceof Conflict) return error.message
  if (error instanceof NotFound) return '没有这一件，或者不在您的办理范围内。'
  throw error
}
