import { changesSince } from '../proposal/changes-since.server'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { Conflict } from '../refusals'
import { columnOfFact, correctedBy, recordedFactWords, seenOf, type RecordedFact } from './recorded-facts'
import { storeRecounted } from './recount-deadlines.server'

export type Correction = {
  fact: RecordedFact
  day: string
  reason: string
  /** What the preview showed; see seenOf. */
  seen: string
}

/**
 * 更正登记事实: a day typed wrongly is put right, and what it started is counted again.
 * @throws Conflict when the deadlines are no longer those the person saw before confirming
 */
export const correctFact = (command: Command, target: Target, input: Correction) =>
  move(command, 'correct_fact', target, input, async (tx, f) => {
    const column = columnOfFact[input.fact]
    const before = f.proposal[column]
    const counted = correctedBy(f, input.fact, input.day)
    if (seenOf(counted) !== input.seen)
      throw new Conflict(
        '您核对以后，期限又有了变化，没有更正。请重新核对新的期限再确认。',
        await changesSince(tx, f.proposal.id, null),
      )
    const moved = await storeRecounted(tx, counted)
    return {
      result: null,
      changes: { [column]: input.day },
      details: {
        fact: recordedFactWords[input.fact],
        before,
        after: input.day,
        reason: input.reason,
        moved,
      },
    }
  })
