import { statusOf, type Calendar } from '~/domain/deadlines/calendar'
import { addDays, addMonths, serialOf, weekdayOfSerial, type Day } from '~/domain/deadlines/day'
import type { DueDay } from '~/domain/desk/read-due-days.server'

export type MonthCell = {
  day: Day
  date: number
  isOut: boolean
  isOff: boolean
  isToday: boolean
  mark: '休' | '班' | null
  count: number
  tone: 'late' | 'soon' | 'has' | null
}

/** 2026-11: the month shown, as the URL has it; the current one for anything else. */
export const monthOf = (asked: string | null, today: Day): string =>
  asked && /^20\d{2}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7)

export const otherMonth = (month: string, by: number) => addMonths(`${month}-01`, by).slice(0, 7)

/** From the Monday of the first week to the Sunday of the last. */
export function spanOf(month: string): { from: Day; to: Day } {
  const first = `${month}-01`
  const last = addDays(addMonths(first, 1), -1)
  const back = (weekdayOfSerial(serialOf(first)) + 6) % 7
  const on = 6 - ((weekdayOfSerial(serialOf(last)) + 6) % 7)
  return { from: addDays(first, -back), to: addDays(last, on) }
}

type Shown = { month: string; today: Day; calendar: Calendar; due: readonly DueDay[] }

/** The weeks of a month with 休 and 班 from the notices, and what is due. */
export function weeksOf({ month, today, calendar, due }: Shown): MonthCell[][] {
  const counts = new Map(due.map(({ day, count }) => [day, count]))
  const { from, to } = spanOf(month)
  const weeks: MonthCell[][] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (weekdayOfSerial(serialOf(day)) === 1) weeks.push([])
    const { kind, isWorking } = statusOf(day, calendar)
    const count = counts.get(day) ?? 0
    weeks.at(-1)?.push({
      day, date: Number(day.slice(8)), isOut: day.slice(0, 7) !== month, isOff: !isWorking, isToday: day === today,
      mark: kind === 'holiday' ? '休' : kind === 'make_up' ? '班' : null, count, tone: count === 0 ? null : toneOf(day, today),
    }) // prettier-ignore
  }
  return weeks
}

const soonDays = 3

function toneOf(day: Day, today: Day): 'late' | 'soon' | 'has' {
  if (day < today) return 'late'
  return day <= addDays(today, soonDays) ? 'soon' : 'has'
}
