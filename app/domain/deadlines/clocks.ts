import { awaitsUnit, type RequestState } from '../co-handling/request-states'
import { isProvisionalDay } from './calendar'
import type { Day } from './day'
import type { DeadlineKind, DeadlineUnit } from './deadline-words'
import { standsSince, type RoundPause } from './pauses'
import type { Rules } from './rulebook'
import { timeHeld, timeLeft, type TimeLeft } from './time-left'

/** A running duty as pages show it: what, when, and what is left in the unit of its rule. */
export type Clock = { kind: DeadlineKind; name: string; dueOn: Day; left: TimeLeft; isProvisional: boolean }

type Running = { kind: string; dueOn: Day; isProvisional: boolean }

/** A deadline stands with its proposal; a request to others runs on. */
type Deadline = Running & { unit: string; round: number; derivation: string }
type Request = { state: RequestState; dueOn: Day; derivation: string }

/** @param since the day on which the clock was stopped; null while it runs */
export function clockOf(
  { profile, calendar }: Rules,
  running: Running,
  today: Day,
  since: Day | null = null,
): Clock {
  const kind = running.kind as DeadlineKind
  const rule = profile.deadlines[kind]
  const unit: DeadlineUnit = rule.unit
  const left = since
    ? timeHeld(running.dueOn, since, unit, calendar)
    : timeLeft(running.dueOn, today, unit, calendar, rule.soonThreshold)
  return { kind, name: rule.name, dueOn: running.dueOn, left, isProvisional: running.isProvisional }
}

/** A request's duty: provisional while its year has no notice, for nobody knows yet whether its day is worked. */
export const opinionClock = (rules: Rules, dueOn: Day, today: Day): Clock =>
  clockOf(rules, { kind: 'opinion', dueOn, isProvisional: isProvisionalDay(dueOn, rules.calendar) }, today)

/** The day since which a deadline of the proposal stands; null while it runs. Nothing stops a fixed date. */
export const deadlineStandsSince = (
  deadline: { unit: string; round: number; dueOn: Day },
  pauses: readonly RoundPause[],
): Day | null =>
  deadline.unit === 'fixed'
    ? null
    : standsSince(
        deadline.dueOn,
        pauses.filter((p) => p.round === deadline.round),
      )

export type NextDuty = { duty: Running & { derivation: string }; since: Day | null }

/** The nearest of the running deadlines and of the requests still owed; one that stands comes after all that run. */
export function nextDuty(
  deadlines: readonly Deadline[],
  requests: readonly Request[],
  pauses: readonly RoundPause[],
): NextDuty | null {
  const own = deadlines.map((d) => ({ duty: d, since: deadlineStandsSince(d, pauses) }))
  const asking = requests
    .filter((r) => awaitsUnit(r.state))
    .map((r) => ({ duty: { ...r, kind: 'opinion', isProvisional: false }, since: null }))
  const order = (next: NextDuty) => `${next.since ? 1 : 0} ${next.duty.dueOn}`
  const [first] = [...own, ...asking].toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  return first ?? null
}

export const clockOfDuty = (rules: Rules, { duty, since }: NextDuty, today: Day): Clock =>
  duty.kind === 'opinion' ? opinionClock(rules, duty.dueOn, today) : clockOf(rules, duty, today, since)

export function nextClock(
  rules: Rules,
  deadlines: readonly Deadline[],
  requests: readonly Request[],
  pauses: readonly RoundPause[],
  today: Day,
): Clock | null {
  const next = nextDuty(deadlines, requests, pauses)
  return next ? clockOfDuty(rules, next, today) : null
}
