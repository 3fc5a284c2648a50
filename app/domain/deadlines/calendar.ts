import { parseDay, serialOf, weekdayOfSerial, yearOf, type Day } from './day'

/** One year's notice of the State Council's general office 放假安排: day → festival. Plain JSON. */
export type HolidayNotice = {
  year: number
  title: string
  rest: Readonly<Record<Day, string>>
  /** 补班: weekend days that are worked. */
  work: Readonly<Record<Day, string>>
}

export type NoticedDay = { isRest: boolean; festival: string; notice: string }

/** The notices, indexed by days since 1970 for quick counting. */
export type Calendar = {
  /** Years with a notice. A day of any other year is provisional: there weekends rest and nothing else does. */
  years: ReadonlySet<number>
  noticed: ReadonlyMap<number, NoticedDay>
}

export type DayKind = 'working' | 'make_up' | 'weekend' | 'holiday'

export type DayStatus = { kind: DayKind; isWorking: boolean; reason: string; notice: string | null }

/** @throws RangeError for a day that does not exist, or that notices call both rest and work */
export function calendarOf(notices: readonly HolidayNotice[]): Calendar {
  const noticed = new Map<number, NoticedDay>()
  const enter = (days: Readonly<Record<Day, string>>, isRest: boolean, notice: string) => {
    for (const [day, festival] of Object.entries(days)) {
      const serial = serialOf(parseDay(day))
      if (noticed.has(serial) && noticed.get(serial)?.isRest !== isRest)
        throw new RangeError(`${day} is both a rest day and a work day`)
      noticed.set(serial, { isRest, festival, notice })
    }
  }
  for (const notice of notices) {
    enter(notice.rest, true, notice.title)
    enter(notice.work, false, notice.title)
  }
  return { years: new Set(notices.map((notice) => notice.year)), noticed }
}

const isWeekend = (serial: number) => weekdayOfSerial(serial) % 6 === 0

export const isWorkingSerial = (serial: number, calendar: Calendar): boolean => {
  const noticed = calendar.noticed.get(serial)
  return noticed ? !noticed.isRest : !isWeekend(serial)
}

/** What a day is, and which notice says so: 国庆节放假, 补班, 休息日, 工作日. */
export const statusOf = (day: Day, calendar: Calendar): DayStatus =>
  statusOfSerial(serialOf(parseDay(day)), calendar)

const weekend: DayStatus = { kind: 'weekend', isWorking: false, reason: '休息日', notice: null }
const workday: DayStatus = { kind: 'working', isWorking: true, reason: '工作日', notice: null }

export function statusOfSerial(serial: number, calendar: Calendar): DayStatus {
  const noticed = calendar.noticed.get(serial)
  if (!noticed) return isWeekend(serial) ? weekend : workday
  const { isRest, festival, notice } = noticed
  return isRest
    ? { kind: 'holiday', isWorking: false, reason: `${festival}放假`, notice }
    : { kind: 'make_up', isWorking: true, reason: '补班', notice }
}

/** No notice has been published for the day's year: what is counted over it may still move. */
export const isProvisionalDay = (day: Day, calendar: Calendar): boolean => !calendar.years.has(yearOf(day))

/** The years from one day to another, both included, for which no notice has been published. */
export function yearsWithoutNotice(from: Day, to: Day, calendar: Calendar): number[] {
  const years: number[] = []
  const last = yearOf(to)
  for (let year = yearOf(from); year <= last; year++) if (!calendar.years.has(year)) years.push(year)
  return years
}
