import data from 'chinese-days/dist/chinese-days.json'
import { calendarOf, type Calendar, type HolidayNotice } from './calendar'
import type { Day } from './day'

/** The package shortens three names. */
const fullNames: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' }

/** The package writes “National Day,国庆节,3”. */
function festivalOf(entry: string): string {
  const name = entry.split(',')[1] ?? entry
  return fullNames[name] ?? name
}

function daysOf(year: number, entries: Readonly<Record<Day, string>>): Record<Day, string> {
  const ofYear = Object.entries(entries).filter(([day]) => day.startsWith(`${year}-`))
  return Object.fromEntries(ofYear.map(([day, entry]) => [day, festivalOf(entry)]))
}

/** The notices as the package chinese-days transcribes them, one per year from 2004. */
export function shippedNotices(): HolidayNotice[] {
  const years = [...new Set(Object.keys(data.holidays).map((day) => Number(day.slice(0, 4))))].toSorted(
    (a, b) => a - b,
  )
  return years.map((year) => ({
    year,
    title: `国务院办公厅${year}年部分节假日安排通知`,
    rest: daysOf(year, data.holidays),
    work: daysOf(year, data.workdays),
  }))
}

let made: Calendar | undefined

/** The calendar the program ships with; made at the first call. Import this file on the server only: it carries the data. */
export const shippedCalendar = (): Calendar => (made ??= calendarOf(shippedNotices()))
