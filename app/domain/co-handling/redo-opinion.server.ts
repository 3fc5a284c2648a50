import { and, eq, inArray } from 'drizzle-orm'
import { incomingRequest } from '~/db/schema/between-bureaus'
import { shanghaiDay } from '../deadlines/day'
import { setDeadlines } from '../deadlines/set-deadlines.server'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'

/** 会办意见被主办单位退回，重新提出: a new round of an item we assist in, counted from today. */
export const redoOpinion = (command: Command, target: Target, input: { reason: string }) =>
  move(command, 'reopen_for_rework', target, input, async (tx, f) => {
    const round = f.proposal.round + 1
    await setDeadlines(tx, { ...f, proposal: { ...f.proposal, round } }, [
      { kind: 'reply', startOn: shanghaiDay(command.now) },
    ])
    await tx
      .update(incomingRequest)
      .set({ state: 'registered' })
      .where(
        and(
          eq(incomingRequest.proposalId, f.proposal.id),
          inArray(incomingRequest.state, ['answered', 'returned']),
        ),
      )
    return { result: null, changes: { round }, details: { reason: input.reason, round } }
  })
