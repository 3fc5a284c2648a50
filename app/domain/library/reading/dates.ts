import type { Found } from './found'
import { digitsOf, numberOf } from './numerals'

/** A day as a page prints it: read, or only suspected because its signs were lost. */
export type PrintedDay = {
  day: string | null
  isLost: boolean
  isAmbiguous: boolean
  from: number
  to: number
}

const han = '[〇零○0一二三四五六七八九]'
const patterns: [RegExp, (match: RegExpExecArray) => Omit<PrintedDay, 'from' | 'to'>][] = [
  [
    /((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*(日|号)?/,
    (m) => sure(isoDay(m[1], m[2], m[3]), !m[4]),
  ],
  [
    new RegExp(
      `(${han}{4})\\s*年\\s*([〇一二三四五六七八九十]{1,3})\\s*月\\s*([〇一二三四五六七八九十]{1,3})\\s*(日)?`,
    ),
    (m) =>
      sure(
        isoDay(digitsOf(m[1] ?? ''), `${numberOf(m[2] ?? '') ?? ''}`, `${numberOf(m[3] ?? '') ?? ''}`),
        !m[4],
      ),
  ],
  [
    /((?:19|20)\d{2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})(?!\d)/,
    (m) => sure(isoDay(m[1], m[2], m[3]), false),
  ],
  [/((?:19|20)\d{2})年?\s*(\d{1,2})月(\d{1,2})/, (m) => sure(isoDay(m[1], m[2], m[3]), true)],
  [/(?<!\d)((?:19|20)\d{2})年?(\d{2,4})日?(?![\d年月])/, (m) => glued(m[1] ?? '', m[2] ?? '')],
]

const sure = (day: string | null, isLost: boolean) => ({ day, isLost, isAmbiguous: false })

export function isoDay(year = '', month = '', day = ''): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const instant = new Date(Date.UTC(y, m - 1, d))
  const isReal = instant.getUTCMonth() === m - 1 && instant.getUTCDate() === d && y > 1900
  return isReal ? instant.toISOString().slice(0, 10) : null
}

/** 2024722 can only be 22 July; 2024111 may be two days, and nobody guesses. */
function glued(year: string, rest: string) {
  const days = [1, 2].map((length) => {
    const [month, day] = [rest.slice(0, length), rest.slice(length)]
    return /^0?$|^0\d?$/.test(day) && day !== '' && day.length < 2 ? null : isoDay(year, month, day)
  })
  const readings = [...new Set(days.filter((day) => day !== null))]
  const [only] = readings
  return { day: readings.length === 1 && only ? only : null, isLost: true, isAmbiguous: readings.length > 1 }
}

export function dayIn(shape: string, from: number, to: number): PrintedDay | null {
  const words = shape.slice(from, to)
  for (const [pattern, read] of patterns) {
    const match = pattern.exec(words)
    if (match) {
      const day = { ...read(match), from: from + match.index, to: from + match.index + match[0].length }
      if (day.day !== null || day.isAmbiguous) return day
    }
  }
  return null
}

/** A line that says nothing but a day, perhaps in brackets. */
export function dayAlone(shape: string, from: number, to: number): PrintedDay | null {
  const day = dayIn(shape, from, to)
  if (!day) return null
  const rest = `${shape.slice(from, day.from)}${shape.slice(day.to, to)}`
  return /^[\s()。.,日:]*$/.test(rest) ? day : null
}

/** The day printed after one of several labels, the better label first. */
export function labelledDay(
  shape: string,
  values: (Found & { word: string })[],
  order: string[],
): Found | null {
  const dated = values.flatMap((value) => {
    const day = dayIn(shape, value.from, value.to)
    return day?.day ? [{ ...value, value: day.day, from: day.from, to: day.to }] : []
  })
  const rank = (word: string) => (order.includes(word) ? order.indexOf(word) : order.length)
  return dated.toSorted((a, b) => rank(a.word) - rank(b.word))[0] ?? null
}
