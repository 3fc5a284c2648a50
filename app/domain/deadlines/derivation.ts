import {
  amountWords,
  startWords,
  type DeadlineKind,
  type DeadlineUnit,
  type StartEvent,
  type TermUnit,
} from './deadline-words'
import { dayOfSerial, partsOf, serialOf, type Day } from './day'
import type { CountedDay } from './working-days'

/** `day` is the due day as it stands after the step. */
export type Step =
  | { step: 'amount'; unit: TermUnit; amount: number; extension: number; day: Day }
  | { step: 'fixed'; day: Day }
  | { step: 'pause'; from: Day; to: Day; unit: 'workday' | 'day'; amount: number; day: Day }
  | { step: 'roll'; day: Day }
  /** A meeting's notice fixes a day besides: `day` is the tighter one. */
  | { step: 'notice'; source: string; fixed: Day; day: Day }

/** How a due day was reached (design.md §3, rule 7). Plain JSON without undefined; it is stored with the deadline. */
export type Derivation = {
  kind: DeadlineKind
  name: string
  /** The rule's source in words. */
  citation: string
  startEvent: StartEvent
  start: Day
  unit: DeadlineUnit
  steps: Step[]
  /** Working-day rules: each day after the start, counted or skipped. Other rules: the rest days the roll passed over. */
  days: CountedDay[]
  /** A pause without resumption: the day will move. */
  isStopped: boolean
  /** Years without a notice that the reckoning touched; while there are any the due day is provisional. */
  yearsWithoutNotice: number[]
  due: Day
}

/** “交办 9-26 → +5 工作日 = 10-09：9-28 补班计入，10-1…10-7 休” */
export function derivationSentence(derivation: Derivation): string {
  const year = partsOf(derivation.start).year
  const way = [
    `${startWords[derivation.startEvent]} ${short(derivation.start, year)}`,
    ...derivation.steps.map((s) => stepWords(s, year)),
  ]
  const remarks = dayRemarks(derivation, year)
  const counted = way.join(' → ') + (remarks.length > 0 ? `：${remarks.join('，')}` : '')
  return derivation.isStopped ? `${counted}；暂停中，恢复后顺延` : counted
}

function stepWords(step: Step, year: number): string {
  const day = padded(step.day, year)
  if (step.step === 'fixed') return `定于 ${day}`
  if (step.step === 'notice') return noticeWords(step, year)
  if (step.step === 'roll') return `顺延至 ${day}`
  const amount = amountWords(step.amount, step.unit)
  if (step.step === 'pause') return `暂停 ${spanWords(step.from, step.to, year)} 计 ${amount} = ${day}`
  const extended = step.extension > 0 ? `（含延期 ${amountWords(step.extension, step.unit)}）` : ''
  return `+${amount}${extended} = ${day}`
}

/** What it is extended by, in words; null when it is not. */
export function extensionWords({ steps }: Derivation): string | null {
  const extended = steps.find((s) => s.step === 'amount' && s.extension > 0)
  return extended?.step === 'amount' ? `含延期 ${amountWords(extended.extension, extended.unit)}` : null
}

function noticeWords({ source, fixed, day }: Extract<Step, { step: 'notice' }>, year: number): string {
  const said = `${source}定于 ${padded(fixed, year)}`
  return fixed === day
    ? `${said}，不晚于规则所算，以通知为准 = ${padded(day, year)}`
    : `${said}，晚于规则所算，以规则为准`
}

/** Ordinary working days go without saying, ordinary weekends too where working days are counted. */
function dayRemarks({ days, unit }: Derivation, year: number): string[] {
  const remarkable = days.filter(
    (d) => d.kind === 'make_up' || d.kind === 'holiday' || (d.kind === 'weekend' && unit !== 'workday'),
  )
  return runsOf(remarkable).map(
    ({ from, to, isRest }) => `${spanWords(from, to, year)} ${isRest ? '休' : '补班计入'}`,
  )
}

type Run = { from: Day; to: Day; isRest: boolean }

function runsOf(days: readonly CountedDay[]): Run[] {
  const runs: Run[] = []
  for (const { day, count } of days) {
    const last = runs.at(-1)
    const isRest = count === null
    if (last && last.isRest === isRest && dayOfSerial(serialOf(last.to) + 1) === day) last.to = day
    else runs.push({ from: day, to: day, isRest })
  }
  return runs
}

const spanWords = (from: Day, to: Day, year: number) =>
  from === to ? short(from, year) : `${short(from, year)}…${short(to, year)}`

/** 9-26; with its year when that is not the start's. */
function short(day: Day, year: number): string {
  const parts = partsOf(day)
  return `${parts.year === year ? '' : `${parts.year}-`}${parts.month}-${parts.date}`
}

/** A result: 06-03, as lists show it. */
const padded = (day: Day, year: number) => (partsOf(day).year === year ? day.slice(5) : day)
