import type { Calendar } from './calendar'
import { addDays, daysBetween, parseDay, type Day } from './day'
import { workingDaysBetween } from './working-days'

/** The clock stood from `pausedOn` to the day before `resumedOn`; null while it still stands. */
export type Pause = { pausedOn: Day; resumedOn: Day | null }

/** A pause of a proposal belongs to the round it was ordered in. */
export type RoundPause = Pause & { round: number }

/** A stretch of stopped days, both ends included, that no other stretch touches. */
export type PausedSpan = { from: Day; to: Day }

/**
 * The stopped days of a clock that runs from `start`: overlapping pauses merged, so that a day counts once.
 * A pause without resumption counts nothing yet: its length is not known.
 * @throws RangeError for a resumption before its pause
 */
export function pausedSpans(pauses: readonly Pause[], start: Day): PausedSpan[] {
  const spans: PausedSpan[] = []
  for (const span of pauses.flatMap((pause) => closedSpan(pause, start)).toSorted(byFirstDay)) {
    const last = spans.at(-1)
    if (last && span.from <= addDays(last.to, 1)) last.to = span.to > last.to ? span.to : last.to
    else spans.push(span)
  }
  return spans
}

function closedSpan({ pausedOn, resumedOn }: Pause, start: Day): PausedSpan[] {
  if (resumedOn === null) return []
  if (parseDay(resumedOn) < parseDay(pausedOn))
    throw new RangeError(`resumed on ${resumedOn}, before the pause of ${pausedOn}`)
  const span = { from: pausedOn > start ? pausedOn : start, to: addDays(resumedOn, -1) }
  return span.to < span.from ? [] : [span]
}

const byFirstDay = (a: PausedSpan, b: PausedSpan) => (a.from < b.from ? -1 : 1)

/**
 * The day since which a clock stands; null while it runs. A pause that began when the term was over stops nothing: what
 * was late stays late.
 */
export const standsSince = (due: Day, pauses: readonly Pause[]): Day | null =>
  pauses.find((pause) => pause.resumedOn === null && pause.pausedOn <= due)?.pausedOn ?? null

export const calendarDaysIn = ({ from, to }: PausedSpan): number => daysBetween(from, to) + 1

export const workingDaysIn = ({ from, to }: PausedSpan, calendar: Calendar): number =>
  workingDaysBetween(addDays(from, -1), to, calendar)
