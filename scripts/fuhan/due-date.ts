import { jsonNotices } from '~/domain/calendar/json-notices'
import { noticeProblems } from '~/domain/calendar/notice'
import { calendarOf, type Calendar } from '~/domain/deadlines/calendar'
import { isDay } from '~/domain/deadlines/day'
import { amountWords, termUnits, type TermUnit } from '~/domain/deadlines/deadline-words'
import type { Derivation, Step } from '~/domain/deadlines/derivation'
import { computeDue } from '~/domain/deadlines/due-dates'
import { shippedCalendar } from '~/domain/deadlines/shipped-calendar'
import { readText, Unusable } from './given-file'

export type DueDateOptions = { from: string; amount: string; unit: string; calendar?: string }

const longest = 5000

/**
 * `fuhan due-date --from 2014-01-24 --amount 5 --unit workday [--calendar FILE]`.
 * @returns the exit status: 0, or 2 with a sentence on stderr.
 */
export async function printDueDate(options: DueDateOptions): Promise<number> {
  try {
    const { due, provisional, derivation } = computeDue({
      rule: ruleOf(options),
      start: startOf(options.from),
      calendar: options.calendar === undefined ? shippedCalendar() : await calendarFrom(options.calendar),
    })
    console.log(JSON.stringify({ due, provisional, derivation: derivationLines(derivation) }, null, 2))
    return 0
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    console.error(error.message)
    return 2
  }
}

/** Years beyond these are no terms of anybody's, and a term must not run out of the calendar. */
function startOf(from: string) {
  if (!isDay(from) || from < '1900-01-01' || from > '2199-12-31')
    throw new Unusable(`--from：${from} 不是日期，请写成 2014-01-24`)
  return from
}

const isTermUnit = (unit: string): unit is TermUnit => termUnits.some((known) => known === unit)

function ruleOf({ amount, unit }: DueDateOptions) {
  if (!isTermUnit(unit)) throw new Unusable(`--unit：${unit} 不认识，只能是 workday、day 或 month`)
  const number = /^\d{1,5}$/.test(amount) ? Number(amount) : 0
  if (number < 1 || number > longest) throw new Unusable(`--amount：${amount} 应是 1 到 ${longest} 的整数`)
  return {
    kind: 'reply', name: '期限', startEvent: 'assigned', unit, amount: number, wideAmount: null, maxAmount: null,
    citation: { practice: true, note: '命令行所给' }, soonThreshold: 0,
  } as const // prettier-ignore
}

async function calendarFrom(path: string): Promise<Calendar> {
  const parsed = jsonNotices(await readText(path))
  if (!parsed.ok) throw new Unusable(`${path}：${parsed.message}`)
  const [wrong] = parsed.read.flatMap(noticeProblems)
  if (wrong) throw new Unusable(`${path}：${wrong.message}`)
  try {
    return calendarOf(parsed.read)
  } catch {
    throw new Unusable(`${path}：两年的通知对同一天说法不一`)
  }
}

/** The steps, then each day that was counted or skipped and the notice that says so. */
function derivationLines({ start, steps, days, yearsWithoutNotice, due }: Derivation): string[] {
  return [
    `${start} 起算，当日不计`,
    ...steps.map(stepLine),
    ...days.map(({ day, count, reason, notice }) => {
      const counted = count === null ? '不计' : `第 ${count} 天`
      return `${day} ${reason}，${counted}${notice ? `（${notice}）` : ''}`
    }),
    ...yearsWithoutNotice.map((year) => `${year} 年没有放假通知，暂定`),
    `${due} 24:00 到期`,
  ]
}

const stepLine = (step: Step): string =>
  'amount' in step ? `加 ${amountWords(step.amount, step.unit)}，至 ${step.day}` : `顺延至 ${step.day}`
