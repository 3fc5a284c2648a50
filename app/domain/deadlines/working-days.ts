import { isWorkingSerial, statusOfSerial, type Calendar, type DayKind } from './calendar'
import { dayOfSerial, parseDay, serialOf, type Day } from './day'

/** One day on the way: `count` is its number when it was counted, null when it was skipped for `reason`. */
export type CountedDay = {
  day: Day
  kind: DayKind | 'paused'
  count: number | null
  reason: string
  notice: string | null
}

export const isWorkingDay = (day: Day, calendar: Calendar): boolean =>
  isWorkingSerial(serialOf(parseDay(day)), calendar)

/**
 * The n-th working day after `start`, which is not counted itself; n = 0 gives `start`.
 * @throws RangeError unless n is a whole number ≥ 0
 */
export function addWorkingDays(start: Day, n: number, calendar: Calendar): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`)
  let serial = serialOf(parseDay(start))
  for (let left = n; left > 0;) if (isWorkingSerial(++serial, calendar)) left--
  return dayOfSerial(serial)
}

/** Every day after `from` up to and including `to`, counted or skipped with its reason; a paused day is skipped. */
export function countedDays(
  from: Day,
  to: Day,
  calendar: Calendar,
  isPaused = (_day: Day) => false,
): CountedDay[] {
  const days: CountedDay[] = []
  const last = serialOf(parseDay(to))
  let count = 0
  for (let serial = serialOf(parseDay(from)) + 1; serial <= last; serial++) {
    const day = dayOfSerial(serial)
    if (isPaused(day)) {
      days.push({ day, kind: 'paused', count: null, reason: '暂停', notice: null })
      continue
    }
    const { kind, isWorking, reason, notice } = statusOfSerial(serial, calendar)
    days.push({ day, kind, count: isWorking ? ++count : null, reason, notice })
  }
  return days
}

/** Working days after `from` up to and including `to`; negative when `to` is the earlier. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  const first = serialOf(parseDay(from))
  const last = serialOf(parseDay(to))
  if (last < first) return -workingDaysBetween(to, from, calendar)
  let count = 0
  for (let serial = first + 1; serial <= last; serial++) if (isWorkingSerial(serial, calendar)) count++
  return count
}

/** The day itself when it is worked, else the next that is. */
export function nextWorkingDay(day: Day, calendar: Calendar): Day {
  let serial = serialOf(parseDay(day))
  while (!isWorkingSerial(serial, calendar)) serial++
  return dayOfSerial(serial)
}
