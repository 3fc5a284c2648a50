import data from 'chinese-days/dist/chinese-days.json'

/**
 * A second reckoning of due days that shares no line with the first: it walks from day to day and asks of each whether
 * it rests. Slow, and meant to be read rather than run often.
 */
export type SlowTerm = {
  start: string
  pauses: { pausedOn: string; resumedOn: string | null }[]
} & (
  { unit: 'workday' | 'day' | 'month'; amount: number } | { unit: 'fixed'; monthDay: string; rolls: boolean }
)

const holidays = new Set(Object.keys(data.holidays))
const madeUp = new Set(Object.keys(data.workdays))
const knownYears = new Set(Object.keys(data.holidays).map((day) => day.slice(0, 4)))

const next = (day: string) => {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

function isWorked(day: string): boolean {
  if (madeUp.has(day)) return true
  if (holidays.has(day)) return false
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday > 0 && weekday < 6
}

function rolled(day: string): string {
  let at = day
  while (!isWorked(at)) at = next(at)
  return at
}

function walk(start: string, steps: number, counts: (day: string) => boolean): string {
  let at = start
  for (let left = steps; left > 0;) {
    at = next(at)
    if (counts(at)) left--
  }
  return at
}

/** Month by month to the month meant, then day by day to the same number or the month's end. */
function monthsLater(start: string, months: number): string {
  let at = start
  for (let passed = 0; passed < months;) {
    const month = at.slice(0, 7)
    while (at.slice(0, 7) === month) at = next(at)
    passed++
  }
  while (at.slice(8) !== start.slice(8) && next(at).slice(0, 7) === at.slice(0, 7)) at = next(at)
  return at
}

function stoppedDays({ start, pauses }: SlowTerm): Set<string> {
  const days = new Set<string>()
  for (const { pausedOn, resumedOn } of pauses)
    for (let day = pausedOn; resumedOn !== null && day < resumedOn; day = next(day))
      if (day >= start) days.add(day)
  return days
}

function stretches(days: Set<string>): string[][] {
  const found: string[][] = []
  for (const day of [...days].toSorted()) {
    const last = found.at(-1)
    if (last && next(last.at(-1) ?? '') === day) last.push(day)
    else found.push([day])
  }
  return found
}

function unrolled(term: SlowTerm): string {
  if (term.unit === 'fixed') {
    let at = term.start
    while (at.slice(5) !== term.monthDay) at = next(at)
    return at
  }
  const counts = term.unit === 'workday' ? isWorked : () => true
  let due =
    term.unit === 'month' ? monthsLater(term.start, term.amount) : walk(term.start, term.amount, counts)
  for (const stretch of stretches(stoppedDays(term))) {
    if ((stretch[0] ?? '') > rolled(due)) break
    due = walk(due, stretch.filter(counts).length, counts)
  }
  return due
}

/** The due day, and whether a year without a notice was touched on the way. */
export function slowDue(term: SlowTerm): { due: string; provisional: boolean } {
  const reached = unrolled(term)
  const due = term.unit === 'fixed' && !term.rolls ? reached : rolled(reached)
  let isKnown = knownYears.has(reached.slice(0, 4)) && knownYears.has(due.slice(0, 4))
  if (term.unit === 'workday')
    for (let day = term.start; day < due;) {
      day = next(day)
      isKnown &&= knownYears.has(day.slice(0, 4))
    }
  return { due, provisional: !isKnown }
}
