import { statusOf, type Calendar } from '~/domain/deadlines/calendar'
import { addDays, chineseDate, weekdayWord, type Day } from '~/domain/deadlines/day'
import { isWorkingDay } from '~/domain/deadlines/working-days'
import { weekdayWord as longWeekday } from '~/ui/dates'

const reach = 7
const monthDay = (day: Day) => `${Number(day.slice(5, 7))}-${day.slice(8)}`

/** 2014年10月8日，星期三，节后第一个工作日 · 周六（10-11）补班 */
export function dayLine(today: Day, calendar: Calendar): string {
  const about = aboutToday(today, calendar)
  const first = [chineseDate(today), longWeekday(today), ...(about ? [about] : [])].join('，')
  return [first, ...comingUp(today, calendar)].join(' · ')
}

function aboutToday(today: Day, calendar: Calendar): string | null {
  const { kind, reason } = statusOf(today, calendar)
  if (kind === 'make_up') return '今天补班'
  if (kind === 'holiday') return reason
  if (kind === 'weekend') return '休息日'
  return isAfterHoliday(today, calendar) ? '节后第一个工作日' : null
}

function isAfterHoliday(today: Day, calendar: Calendar): boolean {
  for (let day = addDays(today, -1); !isWorkingDay(day, calendar); day = addDays(day, -1))
    if (statusOf(day, calendar).kind === 'holiday') return true
  return false
}

/** The next make-up days and the next holiday of the coming week. */
function comingUp(today: Day, calendar: Calendar): string[] {
  const days = Array.from({ length: reach }, (_, i) => addDays(today, i + 1))
  const makeUps = days
    .filter((day) => statusOf(day, calendar).kind === 'make_up')
    .map((day) => `${weekdayWord(day)}（${monthDay(day)}）补班`)
  const rest = days.find((day) => statusOf(day, calendar).kind === 'holiday')
  const isOff = statusOf(today, calendar).kind === 'holiday'
  return [...makeUps, ...(rest && !isOff ? [`${monthDay(rest)} 起${statusOf(rest, calendar).reason}`] : [])]
}
