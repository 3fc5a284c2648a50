import type { Day } from './day'
import { computeDue, type Due } from './due-dates'
import type { DeadlineKind, StartEvent } from './deadline-words'
import type { Rules } from './rulebook'

/** The due day of one kind for a proposal, by its own rules. */
export const dueOf = (
  { profile, calendar, proposal }: Rules & { proposal: { isWide: boolean } },
  kind: DeadlineKind,
  start: Day,
): Due => computeDue({ rule: profile.deadlines[kind], start, calendar, isWide: proposal.isWide })

/**
 * The day a duty is counted from: that of its rule's starting event, or `otherwise` where that has no day of its own
 * (a unit receives a request the day it is sent).
 */
export const startOf = (
  { profile }: Pick<Rules, 'profile'>,
  kind: DeadlineKind,
  known: Readonly<Partial<Record<StartEvent, Day>>>,
  otherwise: Day,
): Day => known[profile.deadlines[kind].startEvent] ?? otherwise

/** When an opinion asked for today is due; in a later round the first hand-over no longer counts. */
export const opinionDue = (
  f: Rules & { proposal: { isWide: boolean; round: number; assignedOn: Day } },
  today: Day,
): Due => {
  const known = f.proposal.round === 1 ? { assigned: f.proposal.assignedOn } : {}
  return dueOf(f, 'opinion', startOf(f, 'opinion', known, today))
}
