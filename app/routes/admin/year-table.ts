import type { Notice } from '~/domain/calendar/notice'
import { noticeName } from '~/domain/calendar/changed-notices'
import { statusOf, type Calendar } from '~/domain/deadlines/calendar'
import { addDays, weekdayWord, type Day } from '~/domain/deadlines/day'
import { weeksOf } from '../desk/month-table'

/** The twelve months of a year, each in weeks with 休 and 班. */
export const monthsOf = (year: number, today: Day, calendar: Calendar) =>
  Array.from({ length: 12 }, (_, i) => {
    const month = `${year}-${String(i + 1).padStart(2, '0')}`
    return { month, weeks: weeksOf({ month, today, calendar, due: [] }) }
  })

export type SpecialDays = { days: string; kind: '放假' | '补班'; festival: string; notice: string }

/** Every day of the year that a notice made special, runs of one festival together, with the notice. */
export function specialDays(year: number, calendar: Calendar, notices: readonly Notice[]): SpecialDays[] {
  const runs: { from: Day; to: Day; kind: '放假' | '补班'; festival: string; notice: string }[] = []
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
    const { kind, reason, notice } = statusOf(day, calendar)
    if (notice === null) continue
    const row = { from: day, to: day, kind: kind === 'holiday' ? '放假' : '补班', festival: kind === 'holiday' ? reason.replace(/放假$/, '') : '', notice: nameIn(notices, notice) } as const
    const last = runs.at(-1)
    if (last && last.kind === row.kind && last.festival === row.festival && last.notice === row.notice && addDays(last.to, 1) === day)
      last.to = day
    else runs.push(row)
  } // prettier-ignore
  return runs.map(({ from, to, ...row }) => ({
    ...row,
    days: from === to ? dayWords(from) : `${dayWords(from)}至${dayWords(to)}`,
  }))
}

const nameIn = (notices: readonly Notice[], title: string) => {
  const found = notices.find((n) => n.title === title)
  return found ? noticeName(found) : title
}

const dayWords = (day: Day) =>
  `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日（${weekdayWord(day)}）`
