import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '~/domain/deadlines/day'
import { computeDue } from '~/domain/deadlines/due-dates'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import type { DeadlineRule } from '~/domain/deadlines/rule-profile'
import { shippedCalendar } from '~/domain/deadlines/shipped-calendar'
import { isWorkingDay, workingDaysBetween } from '~/domain/deadlines/working-days'
import { slowDue } from '../support/slow-reckoning'

const calendar = shippedCalendar()
const { opinion, reply } = statutoryDefault.deadlines

type Unit = 'workday' | 'day' | 'month'
const { kind, name, startEvent, citation, soonThreshold } = opinion
const named = { kind, name, startEvent, citation, soonThreshold }
const term = (unit: Unit, amount: number): DeadlineRule => ({
  ...named, unit, amount, wideAmount: null, maxAmount: null,
}) // prettier-ignore
const fixed = (monthDay: string, rollsForward: boolean): DeadlineRule => ({
  ...named, unit: 'fixed', monthDay, rollsForward,
}) // prettier-ignore

const reckon = (rule: DeadlineRule, start: string, more: { extension?: number; pauses?: Pauses } = {}) => {
  const { due, derivation } = computeDue({ rule, start, calendar, ...more })
  const unrolled = derivation.steps.findLast((s) => s.step !== 'roll')?.day ?? ''
  return { due, unrolled }
}
type Pauses = { pausedOn: string; resumedOn: string | null }[]

const anyUnit = fc.constantFrom<Unit>('workday', 'day', 'month')
const anyDay = fc.integer({ min: 0, max: 8000 }).map((n) => addDays('2004-01-01', n))
const amount = fc.integer({ min: 1, max: 40 })
const monthDay = fc.integer({ min: 0, max: 364 }).map((n) => addDays('2023-01-01', n).slice(5))

describe('the day before it rolls', () => {
  it('is later for a greater amount, and for an extension the same as for a greater amount', () => {
    fc.assert(
      fc.property(anyUnit, amount, anyDay, fc.integer({ min: 1, max: 6 }), (unit, n, start, more) => {
        const base = reckon(term(unit, n), start).unrolled
        const longer = reckon(term(unit, n + more), start).unrolled
        expect(longer > base).toBe(true)
        expect(reckon(term(unit, n), start, { extension: more }).unrolled).toBe(longer)
      }),
    )
  })

  it('is moved by a pause and its resumption by exactly the pause', () => {
    const within = fc.integer({ min: 1, max: 1000 })
    const length = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(anyUnit, amount, anyDay, within, length, (unit, n, start, at, days) => {
        const base = reckon(term(unit, n), start).unrolled
        const pausedOn = addDays(start, 1 + (at % daysBetween(start, base)))
        const resumedOn = addDays(pausedOn, days)
        const { unrolled } = reckon(term(unit, n), start, { pauses: [{ pausedOn, resumedOn }] })
        if (unit === 'workday')
          expect(workingDaysBetween(base, unrolled, calendar)).toBe(
            workingDaysBetween(addDays(pausedOn, -1), addDays(resumedOn, -1), calendar),
          )
        else expect(daysBetween(base, unrolled)).toBe(days)
      }),
    )
  })

  it('does not care whether a pause is told whole or in two pieces', () => {
    fc.assert(
      fc.property(anyUnit, anyDay, fc.nat(20), fc.nat(20), fc.nat(20), (unit, start, at, first, second) => {
        const days = [at, at + first, at + first + second].map((n) => addDays(start, n))
        const [a = '', b = '', c = ''] = days
        const whole = [{ pausedOn: a, resumedOn: c }]
        const pieces = [
          { pausedOn: b, resumedOn: c },
          { pausedOn: a, resumedOn: b },
        ]
        const rule = term(unit, unit === 'month' ? 3 : 30)
        expect(reckon(rule, start, { pauses: pieces })).toEqual(reckon(rule, start, { pauses: whole }))
      }),
    )
  })
})

describe('the due day', () => {
  it('is never a rest day, and never more than the rest days later than the day before it rolls', () => {
    fc.assert(
      fc.property(anyUnit, amount, anyDay, (unit, n, start) => {
        const { due, unrolled } = reckon(term(unit, n), start)
        expect(isWorkingDay(due, calendar)).toBe(true)
        expect(workingDaysBetween(unrolled, due, calendar)).toBe(isWorkingDay(unrolled, calendar) ? 0 : 1)
      }),
    )
  })

  it('of a fixed date is that date, rest day or not, unless the profile rolls it', () => {
    fc.assert(
      fc.property(monthDay, anyDay, (date, start) => {
        const { due, unrolled } = reckon(fixed(date, false), start)
        expect(due.slice(5)).toBe(date)
        expect(daysBetween(start, due)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(start, due)).toBeLessThan(366)
        const rolled = reckon(fixed(date, true), start)
        expect(rolled.unrolled).toBe(unrolled)
        expect(isWorkingDay(rolled.due, calendar)).toBe(true)
      }),
    )
  })
})

describe('vectors of our own', () => {
  const cases: [string, DeadlineRule, string, { extension?: number; pauses?: Pauses }, string][] = [
    // 2025-06-01 is a Sunday in the Dragon Boat days.
    ['a fixed date on a rest day', fixed('06-01', false), '2025-03-10', {}, '2025-06-01'],
    ['the same where the profile rolls it', fixed('06-01', true), '2025-03-10', {}, '2025-06-03'],
    ['a fixed date on its own day', fixed('06-30', false), '2025-06-30', {}, '2025-06-30'],
    // The pause of 09-29…10-10 holds 09-29, 09-30, 10-09, 10-10: four working days.
    ['20 working days', term('workday', 20), '2025-09-15', {}, '2025-10-17'],
    [
      '20 working days with a pause over a holiday', term('workday', 20), '2025-09-15',
      { pauses: [{ pausedOn: '2025-09-29', resumedOn: '2025-10-11' }] }, '2025-10-23',
    ],
    [
      'an extension after a pause', reply, '2025-03-10',
      { pauses: [{ pausedOn: '2025-04-07', resumedOn: '2025-04-17' }], extension: 1 }, '2025-07-21',
    ],
    // 2025-11-01 is a Saturday.
    ['15 calendar days that end on a Saturday', term('day', 15), '2025-10-17', {}, '2025-11-03'],
    // 2025-10-11 is a Saturday that is worked.
    ['15 calendar days that end on a worked Saturday', term('day', 15), '2025-09-26', {}, '2025-10-11'],
  ] // prettier-ignore

  it.each(cases)('%s', (_, rule, start, more, due) => {
    expect(reckon(rule, start, more).due).toBe(due)
  })

  it('are what walking from day to day comes to', () => {
    for (const [, rule, start, { extension = 0, pauses = [] }, due] of cases) {
      const slow =
        rule.unit === 'fixed'
          ? slowDue({ unit: 'fixed', monthDay: rule.monthDay, rolls: rule.rollsForward, start, pauses })
          : slowDue({ unit: rule.unit, amount: rule.amount + extension, start, pauses })
      expect(slow.due).toBe(due)
    }
  })
})
