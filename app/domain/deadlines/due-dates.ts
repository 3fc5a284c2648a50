import { yearsWithoutNotice, type Calendar } from './calendar'
import { citationWords } from './citation-words'
import { addDays, addMonths, parseDay, yearOf, type Day } from './day'
import type { Derivation, Step } from './derivation'
import { calendarDaysIn, pausedSpans, standsSince, workingDaysIn, type Pause } from './pauses'
import type { DeadlineRule, NoticeDay } from './deadline-rule'
import { addWorkingDays, countedDays, nextWorkingDay } from './working-days'

export type Reckoning = {
  rule: DeadlineRule
  start: Day
  calendar: Calendar
  /** 涉及面广、处理难度大: the rule's longer amount, where it has one. */
  isWide?: boolean
  pauses?: readonly Pause[]
  /** In the rule's unit, on top of the base amount; the rule's cap holds over both. */
  extension?: number
}

export type Due = { due: Day; provisional: boolean; derivation: Derivation }

/**
 * The due day and how it was reached: start → amount (extension included) → pause → roll → notice. The start day is not counted,
 * the term ends at 24:00 of the due day. Pauses do not move a fixed date. A day that the meeting's notice fixes holds
 * where it is the tighter one; it stays where it is, rest day or not, and pauses do not move it either.
 * @throws RangeError for a day that does not exist, or an extension that is no whole number ≥ 0 or of a fixed date
 */
export function computeDue({
  rule,
  start,
  calendar,
  isWide = false,
  pauses = [],
  extension = 0,
}: Reckoning): Due {
  const first = firstStep(rule, parseDay(start), calendar, isWide, extension)
  const paused = rule.unit === 'fixed' ? [] : pauseSteps(rule.unit, first.day, start, calendar, pauses)
  const reached = paused.at(-1)?.day ?? first.day
  const ruled = rollsForward(rule) ? nextWorkingDay(reached, calendar) : reached
  const notice = rule.notice && rule.notice.dueOn >= start ? noticeStep(rule.notice, ruled) : null
  const due = notice?.day ?? ruled
  const days =
    rule.unit === 'workday'
      ? countedDays(start, ruled, calendar, (day) => paused.some((p) => p.from <= day && day <= p.to))
      : countedDays(addDays(reached, -1), addDays(ruled, -1), calendar)
  const from = days[0]?.day ?? reached
  const unknown = yearsWithoutNotice(from < due ? from : due, ruled > due ? ruled : due, calendar)
  const derivation: Derivation = {
    kind: rule.kind,
    name: rule.name,
    citation: citationWords(rule.citation),
    startEvent: rule.startEvent,
    start,
    unit: rule.unit,
    steps: [
      first,
      ...paused,
      ...(ruled === reached ? [] : [{ step: 'roll', day: ruled } as const]),
      ...(notice ? [notice] : []),
    ],
    days,
    isStopped: rule.unit !== 'fixed' && standsSince(due, pauses) !== null,
    yearsWithoutNotice: unknown,
    due,
  }
  return { due, provisional: unknown.length > 0, derivation }
}

/** The tighter of the two, and what it was weighed against. */
const noticeStep = ({ dueOn, source }: NoticeDay, ruled: Day): Step => ({
  step: 'notice',
  source,
  fixed: dueOn,
  day: dueOn < ruled ? dueOn : ruled,
})

const rollsForward = (rule: DeadlineRule) =>
  rule.unit === 'fixed' ? rule.rollsForward : rule.unit !== 'workday'

function firstStep(
  rule: DeadlineRule,
  start: Day,
  calendar: Calendar,
  isWide: boolean,
  extension: number,
): Step {
  if (!Number.isInteger(extension) || extension < 0) throw new RangeError(`not an extension: ${extension}`)
  if (rule.unit === 'fixed') {
    if (extension > 0) throw new RangeError('a fixed date takes no extension')
    return { step: 'fixed', day: fixedDay(rule.monthDay, start) }
  }
  const base = isWide ? (rule.wideAmount ?? rule.amount) : rule.amount
  const amount = Math.max(base, Math.min(base + extension, rule.maxAmount ?? Infinity))
  const { unit } = rule
  return { step: 'amount', unit, amount, extension: amount - base, day: after(start, amount, unit, calendar) }
}

function after(start: Day, amount: number, unit: 'workday' | 'day' | 'month', calendar: Calendar): Day {
  if (unit === 'workday') return addWorkingDays(start, amount, calendar)
  return unit === 'day' ? addDays(start, amount) : addMonths(start, amount)
}

function fixedDay(monthDay: string, start: Day): Day {
  const year = yearOf(start)
  const day = parseDay(`${year}-${monthDay}`)
  return day >= start ? day : addMonths(day, 12)
}

type PauseStep = Extract<Step, { step: 'pause' }>

/** One step per stretch of stopped days. A pause that begins when the term is over no longer moves it. */
function pauseSteps(
  unit: 'workday' | 'day' | 'month',
  base: Day,
  start: Day,
  calendar: Calendar,
  pauses: readonly Pause[],
): PauseStep[] {
  const steps: PauseStep[] = []
  let day = base
  for (const { from, to } of pausedSpans(pauses, start)) {
    if (from > nextWorkingDay(day, calendar)) break
    const counted = unit === 'workday' ? 'workday' : 'day'
    const amount =
      counted === 'workday' ? workingDaysIn({ from, to }, calendar) : calendarDaysIn({ from, to })
    day = after(day, amount, counted, calendar)
    steps.push({ step: 'pause', from, to, unit: counted, amount, day })
  }
  return steps
}
