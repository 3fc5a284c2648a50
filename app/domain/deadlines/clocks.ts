import { awaitsUnit, type RequestState } from '../co-handling/request-states'
import type { Day } from './day'
import type { DeadlineKind, DeadlineUnit } from './deadline-words'
import type { Rules } from './rulebook'
import { timeLeft, type TimeLeft } from './time-left'

/** A running duty as pages show it: what, when, and what is left in the unit of its rule. */
export type Clock = { kind: DeadlineKind; name: string; dueOn: Day; left: TimeLeft; isProvisional: boolean }

type Running = { kind: string; dueOn: Day; isProvisional: boolean }

export function clockOf({ profile, calendar }: Rules, running: Running, today: Day): Clock {
  const kind = running.kind as DeadlineKind
  const rule = profile.deadlines[kind]
  const unit: DeadlineUnit = rule.unit
  const left = timeLeft(running.dueOn, today, unit, calendar, rule.soonThreshold)
  return { kind, name: rule.name, dueOn: running.dueOn, left, isProvisional: running.isProvisional }
}

/** The nearest of the running deadlines and of the requests still owed. */
export function nextClock(
  rules: Rules,
  deadlines: readonly Running[],
  requests: readonly { state: RequestState; dueOn: Day }[],
  today: Day,
): Clock | null {
  const asking = requests
    .filter((r) => awaitsUnit(r.state))
    .map((r) => ({ kind: 'opinion', dueOn: r.dueOn, isProvisional: false }))
  const [first] = [...deadlines, ...asking].toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  return first ? clockOf(rules, first, today) : null
}
