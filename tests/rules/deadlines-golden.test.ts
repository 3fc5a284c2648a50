import { describe, expect, it } from 'vitest'
import { computeDue } from '~/domain/deadlines/due-dates'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import { shippedCalendar } from '~/domain/deadlines/shipped-calendar'
import type { DeadlineRule } from '~/domain/deadlines/rule-profile'
import { goldenTerms, type GoldenTerm } from '../support/golden-terms'
import { slowDue } from '../support/slow-reckoning'

const calendar = shippedCalendar()

/** The extension is worked into the amount by hand: base + extension, never over the cap, never under the base. */
function slowly({ rule, start, pauses, extension }: GoldenTerm) {
  if (rule.unit === 'fixed')
    return slowDue({ unit: 'fixed', monthDay: rule.monthDay, rolls: rule.rollsForward, start, pauses })
  const cap = rule.maxAmount ?? 1000
  const amount = rule.amount + Math.min(extension, Math.max(0, cap - rule.amount))
  return slowDue({ unit: rule.unit, amount, start, pauses })
}

describe('500 golden dates', () => {
  const terms = goldenTerms()

  it('are what walking from day to day comes to', () => {
    const differing = terms.flatMap((term) => {
      const { due, provisional } = computeDue({ ...term, calendar })
      const slow = slowly(term)
      return slow.due === due && slow.provisional === provisional ? [] : [{ term, due, provisional, slow }]
    })
    expect(differing).toEqual([])
  })

  it('hold every kind of term, paused, extended, capped, rolled and provisional', () => {
    const reckoned = terms.map((term) => ({ term, ...computeDue({ ...term, calendar }) }))
    const many = (is: (r: (typeof reckoned)[number]) => boolean) => reckoned.filter(is).length
    expect(terms).toHaveLength(500)
    for (const unit of ['workday', 'day', 'month', 'fixed'])
      expect(many((r) => r.term.rule.unit === unit)).toBeGreaterThan(50)
    for (const step of ['pause', 'roll'])
      expect(many((r) => r.derivation.steps.some((s) => s.step === step))).toBeGreaterThan(50)
    expect(
      many((r) => r.derivation.steps.some((s) => s.step === 'amount' && s.extension > 0)),
    ).toBeGreaterThan(50)
    expect(many((r) => r.derivation.days.some((d) => d.kind === 'make_up'))).toBeGreaterThan(50)
    expect(many((r) => r.provisional)).toBeGreaterThan(20)
    expect(many((r) => r.derivation.isStopped)).toBeGreaterThan(10)
  })

  it('count each day once: the number of the last counted day is the amount of the rule, paused days apart', () => {
    // A pause from the start day itself gives back a day that was never to be counted.
    const later = terms.filter((t) => t.pauses.every((p) => p.pausedOn > t.start))
    for (const term of later.filter((t) => t.rule.unit === 'workday')) {
      const { days, steps } = computeDue({ ...term, calendar }).derivation
      const amounts = steps.map((s) => (s.step === 'amount' ? s.amount : 0))
      expect(days.at(-1)?.count).toBe(amounts.reduce((a, b) => a + b, 0))
    }
  })
})

it('reckons 8 deadlines of 10,000 proposals, each day of each derivation, in a second', () => {
  const { kind, name, startEvent, citation, soonThreshold } = statutoryDefault.deadlines.reply
  const fixed: DeadlineRule = {
    kind, name, startEvent, citation, soonThreshold, unit: 'fixed', monthDay: '06-30', rollsForward: true,
  } // prettier-ignore
  const rules = [...Object.values(statutoryDefault.deadlines), fixed]
  const starts = Array.from({ length: 8000 }, (_, i) =>
    new Date(Date.UTC(2004, 0, 5 + i)).toISOString().slice(0, 10),
  )
  const reckon = (n: number) => {
    let days = 0
    for (let i = 0; i < n; i++)
      for (const rule of rules)
        days += computeDue({ rule, start: starts[i % starts.length] ?? '', calendar }).derivation.days.length
    return days
  }
  expect(rules).toHaveLength(8)
  // The quickest of three: the other sessions of a shared machine are not what is measured.
  const tries = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage()
    expect(reckon(10_000)).toBeGreaterThan(1_000_000)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  expect(Math.min(...tries)).toBeLessThan(1000)
})
