import { addDays, daysBetween, isDay, type Day } from '../deadlines/day'

const line = /^(\S+?)(?:\s*(?:…|至|~|～|—|到)\s*(\d\S*))?(?:\s+(.{1,40}))?$/
const longest = 31

/**
 * Days as they are typed, a span or a day a line: “2027-10-01…2027-10-07 国庆节”, “2027-02-14 春节”; the year may be left
 * out where it is the notice's.
 * @returns the days, or the sentence that says which line cannot be read
 */
export function daysOfLines(text: string, year: number): Record<Day, string> | string {
  const days: Record<Day, string> = {}
  for (const typed of text
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean)) {
    const [, first = '', last = first, festival = ''] = line.exec(typed) ?? []
    const [from, to] = [whole(first, year), whole(last, year)]
    if (!isDay(from) || !isDay(to))
      return `看不懂“${typed.slice(0, 30)}”，请按“10-01…10-07 国庆节”的样子填写。`
    const length = daysBetween(from, to)
    if (length < 0 || length >= longest) return `“${typed.slice(0, 30)}”的起止日期不对。`
    for (let n = 0; n <= length; n++) days[addDays(from, n)] = festival.trim()
  }
  return days
}

const whole = (day: string, year: number) => (/^\d{2}-\d{2}$/.test(day) ? `${year}-${day}` : day)

/** The same days as lines, consecutive days of one festival as a span. */
export function linesOfDays(days: Readonly<Record<Day, string>>, year: number): string {
  const spans: { from: Day; to: Day; festival: string }[] = []
  for (const [day, festival] of Object.entries(days).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const last = spans.at(-1)
    if (last && last.festival === festival && addDays(last.to, 1) === day) last.to = day
    else spans.push({ from: day, to: day, festival })
  }
  const short = (day: Day) => (day.startsWith(`${year}-`) ? day.slice(5) : day)
  return spans
    .map(({ from, to, festival }) =>
      `${from === to ? short(from) : `${short(from)}…${short(to)}`} ${festival}`.trim(),
    )
    .join('\n')
}
