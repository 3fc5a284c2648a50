import type { Day } from './day'
import { computeDue, type Due } from './due-dates'
import type { DeadlineKind } from './deadline-words'
import type { Rules } from './rulebook'

/** The due day of one kind for a proposal, by its own rules. */
export const dueOf = (
  { profile, calendar, proposal }: Rules & { proposal: { isWide: boolean } },
  kind: DeadlineKind,
  start: Day,
): Due => computeDue({ rule: profile.deadlines[kind], start, calendar, isWide: proposal.isWide })
