import type { Pause } from '~/domain/deadlines/pauses'
import type { DeadlineRule } from '~/domain/deadlines/rule-profile'

export type GoldenTerm = { rule: DeadlineRule; start: string; pauses: Pause[]; extension: number }

/** The same 500 terms at every run and on every machine: a small generator with a fixed seed. */
export function goldenTerms(): GoldenTerm[] {
  const below = generator(20140926)
  return Array.from({ length: 500 }, () => {
    const start = dayAfter('2003-10-01', below(24 * 365))
    const rule = ruleFrom(below)
    const pauses = Array.from({ length: below(4) }, () => {
      const pausedOn = dayAfter(start, below(90) - 10)
      return { pausedOn, resumedOn: below(10) === 0 ? null : dayAfter(pausedOn, below(30)) }
    })
    return { rule, start, pauses, extension: rule.unit === 'fixed' ? 0 : below(4) }
  })
}

type Below = (n: number) => number

/** xorshift32 */
function generator(seed: number): Below {
  let x = seed
  return (n) => {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return (x >>> 0) % n
  }
}

const dayAfter = (day: string, n: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)

const named = {
  kind: 'reply', name: '答复', startEvent: 'assigned', soonThreshold: 5,
  citation: { practice: true, note: '试' },
} as const // prettier-ignore

function ruleFrom(below: Below): DeadlineRule {
  const unit = (['workday', 'workday', 'day', 'month', 'fixed'] as const)[below(5)] ?? 'workday'
  const month = String(below(12) + 1).padStart(2, '0')
  if (unit === 'fixed')
    return {
      ...named,
      unit,
      monthDay: `${month}-${String(below(28) + 1).padStart(2, '0')}`,
      rollsForward: below(2) === 0,
    }
  const amount = unit === 'month' ? below(6) + 1 : below(60) + 1
  return { ...named, unit, amount, wideAmount: null, maxAmount: below(3) === 0 ? amount + below(3) : null }
}
