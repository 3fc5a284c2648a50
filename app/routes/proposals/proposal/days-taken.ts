import type { Calendar } from '~/domain/deadlines/calendar'
import { shanghaiDay } from '~/domain/deadlines/day'
import { workingDaysBetween } from '~/domain/deadlines/working-days'

/** Working days from one instant to another: 当天, 3 个工作日. */
export function daysTaken(from: Date, to: Date, calendar: Calendar): string {
  const days = workingDaysBetween(shanghaiDay(from), shanghaiDay(to), calendar)
  return days <= 0 ? '当天' : `${days} 个工作日`
}
