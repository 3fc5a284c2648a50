import { isDay, serialOf, weekdayOfSerial, yearOf, type Day } from '../deadlines/day'
import type { HolidayNotice } from '../deadlines/calendar'
import type { Problem } from '../refusals'

/** A notice as it is kept: 文号 and date of publication where they are known. */
export type Notice = HolidayNotice & { number: string; publishedOn: Day | null }

const maxRest = 80
const maxWork = 40
const maxTitle = 100
const maxNumber = 40
const maxFestival = 40

const isWeekend = (day: Day) => weekdayOfSerial(serialOf(day)) % 6 === 0

/** What is wrong with a notice, at the field of the form that can mend it. Empty: it may be put in force. */
export function noticeProblems(notice: Notice): Problem[] {
  return [
    ...headProblems(notice),
    ...dayProblems('rest', notice, maxRest),
    ...dayProblems('work', notice, maxWork),
    ...problem(Object.keys(notice.rest).length === 0, 'rest', `${notice.year} 年的通知里没有一个放假日。`),
    ...Object.keys(notice.work).flatMap((day) =>
      problem(day in notice.rest, 'work', `${day} 既是放假日又是补班日。`),
    ),
    ...Object.keys(notice.work).flatMap((day) =>
      problem(isDay(day) && !isWeekend(day), 'work', `${day} 不是周末，本来就上班，不能是补班日。`),
    ),
  ]
}

function headProblems({ year, title, number, publishedOn }: Notice): Problem[] {
  return [
    ...problem(
      !Number.isInteger(year) || year < 1990 || year > 2200,
      'year',
      '请填写通知所管的年份，如 2027。',
    ),
    ...problem(title.trim() === '', 'title', '请填写通知名称。'),
    ...problem(title.length > maxTitle, 'title', `通知名称最多 ${maxTitle} 字。`),
    ...problem(number.length > maxNumber, 'number', `文号最多 ${maxNumber} 字。`),
    ...problem(
      publishedOn !== null && !isDay(publishedOn),
      'publishedOn',
      '发布日期不存在，请按 2026-11-04 的样子填写。',
    ),
  ]
}

function dayProblems(field: 'rest' | 'work', notice: Notice, max: number): Problem[] {
  const days = Object.entries(notice[field])
  if (days.length > max)
    return [{ field, message: `一年的${words[field]}最多 ${max} 天，这里有 ${days.length} 天。` }]
  return days.flatMap(([day, festival]) => [
    ...problem(!isDay(day), field, `“${day.slice(0, 20)}”不是存在的日期。`),
    ...problem(isDay(day) && !belongs(day, notice.year), field, `${day} 不在 ${notice.year} 年。`),
    ...problem(festival.length > maxFestival, field, `${day} 的节日名称最多 ${maxFestival} 字。`),
  ])
}

/** A notice for a year may name the last days of the year before: New Year's rest and what makes it up. */
const belongs = (day: Day, year: number) =>
  yearOf(day) === year || (yearOf(day) === year - 1 && day.slice(5) >= '12-20')

const words = { rest: '放假日', work: '补班日' } as const

const problem = (isWrong: boolean, field: string, message: string): Problem[] =>
  isWrong ? [{ field, message }] : []
