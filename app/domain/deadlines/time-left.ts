import type { Calendar } from './calendar'
import { daysBetween, type Day } from './day'
import type { DeadlineUnit } from './deadline-words'
import { workingDaysBetween } from './working-days'

/** `amount`: working days or calendar days, as `words` say. On hold: the clock stands and counts nothing. */
export type TimeLeft = { kind: 'late' | 'soon' | 'ok' | 'hold'; amount: number; words: string }

/** The term ends at 24:00 of its day: what is done on the due day is on time. */
export const isOnTime = (due: Day, doneOn: Day): boolean => doneOn <= due

/** Working days by which something done on `doneOn` is late; 0 when on time, and over rest days alone. */
export const workingDaysLate = (due: Day, doneOn: Day, calendar: Calendar): number =>
  isOnTime(due, doneOn) ? 0 : workingDaysBetween(due, doneOn, calendar)

/**
 * What is left, in the unit of the rule: working days for working-day rules, calendar days for all others; lateness is
 * always counted in working days.
 * @param soonThreshold the profile's, in the same unit
 */
export function timeLeft(
  due: Day,
  today: Day,
  unit: DeadlineUnit,
  calendar: Calendar,
  soonThreshold: number,
): TimeLeft {
  if (today > due) return late(workingDaysLate(due, today, calendar))
  if (today === due) return { kind: 'soon', amount: 0, words: '今天到期' }
  const amount = unit === 'workday' ? workingDaysBetween(today, due, calendar) : daysBetween(today, due)
  const words = unit === 'workday' ? `剩 ${amount} 个工作日` : `剩 ${amount} 天`
  return { kind: amount <= soonThreshold ? 'soon' : 'ok', amount, words }
}

/** A clock that stands: what was left on the day it stopped, which no day passing changes. */
export function timeHeld(due: Day, since: Day, unit: DeadlineUnit, calendar: Calendar): TimeLeft {
  const { amount } = timeLeft(due, since, unit, calendar, 0)
  return { kind: 'hold', amount, words: `暂停中 自 ${since.slice(5)}` }
}

const late = (amount: number): TimeLeft => ({
  kind: 'late',
  amount,
  words: amount === 0 ? '已逾期，不足 1 个工作日' : `逾期 ${amount} 个工作日`,
})
