import type { Day } from './day'
import { computeDue, type Due } from './due-dates'
import type { DeadlineKind } from './deadline-words'
import type { RuleProfile } from './rule-profile'
import { shippedCalendar } from './shipped-calendar'

/** The due day of one kind for a proposal, by its profile and the shipped calendar. */
export const dueOf = (
  profile: RuleProfile,
  kind: DeadlineKind,
  proposal: { isWide: boolean },
  start: Day,
): Due =>
  computeDue({ rule: profile.deadlines[kind], start, calendar: shippedCalendar(), isWide: proposal.isWide })
