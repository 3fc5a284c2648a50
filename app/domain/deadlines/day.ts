/** A calendar day of Asia/Shanghai as 'YYYY-MM-DD'; such strings sort as days do. */
export type Day = string

const dayMs = 86_400_000

/** China has kept UTC+8 without summer time since 1992; plain arithmetic leaves the process's own zone no say. */
const shanghaiOffsetMs = 8 * 3_600_000

const twoDigits = (n: number) => String(n).padStart(2, '0')

/** Days of our time (1888–2216) are read and written once: a derivation names every day it passes. */
const isNear = (serial: number) => serial > -30_000 && serial < 90_000
const nearTexts = new Map<number, Day>()
const nearSerials = new Map<Day, number>()

/** Days since 1970-01-01, for counting. The text must be a day (see parseDay). */
export const serialOf = (day: Day): number => nearSerials.get(day) ?? Date.parse(`${day}T00:00:00Z`) / dayMs

export function dayOfSerial(serial: number): Day {
  const known = nearTexts.get(serial)
  if (known !== undefined) return known
  const day = new Date(serial * dayMs).toISOString().slice(0, 10)
  if (Number.isInteger(serial) && isNear(serial)) {
    nearTexts.set(serial, day)
    nearSerials.set(day, serial)
  }
  return day
}

/** True for a day that exists: not for 2022-02-30. */
export function isDay(text: string): text is Day {
  if (nearSerials.has(text)) return true
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const serial = serialOf(text)
  return Number.isInteger(serial) && dayOfSerial(serial) === text
}

/** @throws RangeError when the text is no existing day */
export function parseDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${JSON.stringify(text)}`)
  return text
}

type DayParts = { year: number; month: number; date: number }

/** @throws RangeError when the text is no existing day */
export function partsOf(day: Day): DayParts {
  parseDay(day)
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) }
}

export const yearOf = (day: Day): number => partsOf(day).year

/** @param days calendar days, negative for earlier */
export const addDays = (day: Day, days: number): Day => dayOfSerial(serialOf(parseDay(day)) + days)

/** Calendar days from one day to another; negative when `to` is the earlier. */
export const daysBetween = (from: Day, to: Day): number => serialOf(parseDay(to)) - serialOf(parseDay(from))

/** The same day of the month, else the month's last: 01-31 + 1 = 02-28. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day)
  const index = year * 12 + month - 1 + months
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 }
  const last = new Date(Date.UTC(target.year, target.month, 0)).getUTCDate()
  return parseDay(
    `${String(target.year).padStart(4, '0')}-${twoDigits(target.month)}-${twoDigits(Math.min(date, last))}`,
  )
}

/** 0 for Sunday … 6 for Saturday; 1970-01-01 was a Thursday. */
export const weekdayOfSerial = (serial: number): number => (((serial + 4) % 7) + 7) % 7

const weekdayWords = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

export const weekdayWord = (day: Day): string => weekdayWords[weekdayOfSerial(serialOf(parseDay(day)))] ?? ''

/** The day it is in China at this instant. */
export const shanghaiDay = (instant: Date): Day =>
  new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10)

/** As a letter prints it, without padding (GB/T 9704-2012, 7.3.5.4): 2026年3月5日. */
export function chineseDate(day: Day): string {
  const { year, month, date } = partsOf(day)
  return `${year}年${month}月${date}日`
}
