import type { Day } from './day'
import type { DeadlineKind } from './deadline-words'
import { computeDue, type Due } from './due-dates'
import type { Pause } from './pauses'
import type { Rules } from './rulebook'

export type Recount = Rules & {
  /** As it is stored; the kind names its rule. */
  deadline: { kind: string; startOn: Day }
  proposal: { isWide: boolean }
  /** Those of the deadline's round. */
  pauses: readonly Pause[]
  /** What it is extended by now, in the rule's unit; 0 for none. */
  extension: number
}

/** A running deadline counted anew from its start: nothing is added to a day worked out before. */
export const dueAgain = ({ deadline, proposal, profile, calendar, pauses, extension }: Recount): Due =>
  computeDue({
    rule: profile.deadlines[deadline.kind as DeadlineKind],
    start: deadline.startOn,
    calendar,
    isWide: proposal.isWide,
    pauses,
    extension,
  })
