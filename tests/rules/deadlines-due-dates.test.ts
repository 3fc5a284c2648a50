import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/domain/deadlines/day'
import { computeDue } from '~/domain/deadlines/due-dates'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import type { DeadlineRule } from '~/domain/deadlines/rule-profile'
import { shippedCalendar } from '~/domain/deadlines/shipped-calendar'
import { isWorkingDay } from '~/domain/deadlines/working-days'

const calendar = shippedCalendar()
const { reply, opinion } = statutoryDefault.deadlines

const term = (unit: 'workday' | 'day' | 'month', amount: number): DeadlineRule => ({
  ...opinion, unit, amount, wideAmount: null, maxAmount: null, startEvent: 'assigned',
}) // prettier-ignore

const dueIn = (unit: 'workday' | 'day' | 'month', amount: number, start: string) =>
  computeDue({ rule: term(unit, amount), start, calendar }).due

const fixed = (monthDay: string, isRolled: boolean): DeadlineRule => ({
  kind: 'reply', name: '答复', startEvent: 'assigned', citation: reply.citation, soonThreshold: 5,
  unit: 'fixed', monthDay, rollsForward: isRolled,
}) // prettier-ignore

const dueWith = (extension: number) =>
  computeDue({ rule: reply, start: '2014-03-03', calendar, extension }).due

const at = (start: string, list: [number, number][]) =>
  list.map(([from, length]) => ({
    pausedOn: addDays(start, from),
    resumedOn: addDays(start, from + length),
  }))

describe('months and calendar days', () => {
  it.each([
    ['2014-03-03', 3, '2014-06-03'],
    ['2014-02-04', 3, '2014-05-04'],
    ['2014-07-01', 3, '2014-10-08'],
    ['2014-01-31', 1, '2014-02-28'],
    ['2013-11-30', 3, '2014-02-28'],
  ])('%s + %i months is due %s', (start, months, due) => {
    expect(dueIn('month', months, start)).toBe(due)
  })

  it('calendar days roll to the next working day', () => {
    expect(dueIn('day', 7, '2014-09-20')).toBe('2014-09-28')
    expect(dueIn('day', 7, '2014-09-24')).toBe('2014-10-08')
  })
})

describe('fixed dates', () => {
  it('stay on a rest day unless the profile says otherwise', () => {
    expect(computeDue({ rule: fixed('05-31', false), start: '2014-03-03', calendar }).due).toBe('2014-05-31')
    expect(computeDue({ rule: fixed('05-31', true), start: '2014-03-03', calendar }).due).toBe('2014-06-03')
  })

  it('are the next such day, and no pause moves them', () => {
    const pauses = [{ pausedOn: '2014-09-01', resumedOn: '2014-09-11' }]
    expect(computeDue({ rule: fixed('06-30', false), start: '2014-08-01', calendar, pauses }).due).toBe(
      '2015-06-30',
    )
  })

  it('take no extension', () => {
    expect(() =>
      computeDue({ rule: fixed('06-30', false), start: '2014-03-03', calendar, extension: 1 }),
    ).toThrow(RangeError)
  })
})

describe('pauses', () => {
  const assigned = { rule: reply, start: '2014-03-03', calendar }
  const paused = { pausedOn: '2014-04-10', resumedOn: '2014-04-21' }

  it('move a month rule by calendar days, and the result rolls', () => {
    const { derivation } = computeDue({ ...assigned, pauses: [paused] })
    expect(derivation.steps.map((s) => s.day)).toEqual(['2014-06-03', '2014-06-14', '2014-06-16'])
  })

  it('count once where they overlap', () => {
    const pauses = [
      paused,
      { pausedOn: '2014-04-14', resumedOn: '2014-04-18' },
      { pausedOn: '2014-04-20', resumedOn: '2014-04-23' },
    ]
    const { derivation } = computeDue({ ...assigned, pauses })
    expect(derivation.steps[1]).toMatchObject({
      from: '2014-04-10',
      to: '2014-04-22',
      amount: 13,
      day: '2014-06-16',
    })
  })

  it('move a working-day rule by working days', () => {
    const pauses = [{ pausedOn: '2014-09-29', resumedOn: '2014-10-08' }]
    expect(computeDue({ rule: term('workday', 5), start: '2014-09-26', calendar, pauses }).due).toBe(
      '2014-10-11',
    )
  })

  it('of no day change nothing', () => {
    const pauses = [{ pausedOn: '2014-04-10', resumedOn: '2014-04-10' }]
    expect(computeDue({ ...assigned, pauses }).due).toBe('2014-06-03')
  })

  it('that begin after the term is over do not make a late answer punctual', () => {
    const pauses = [{ pausedOn: '2014-06-04', resumedOn: '2014-07-04' }]
    expect(computeDue({ ...assigned, pauses }).due).toBe('2014-06-03')
  })

  it('reach a term that an earlier pause has lengthened', () => {
    const pauses = [paused, { pausedOn: '2014-06-10', resumedOn: '2014-06-12' }]
    expect(computeDue({ ...assigned, pauses }).derivation.steps.map((s) => s.day)).toEqual([
      '2014-06-03',
      '2014-06-14',
      '2014-06-16',
    ])
  })

  it('begun before the term count from its start only', () => {
    const pauses = [{ pausedOn: '2014-02-20', resumedOn: '2014-03-06' }]
    expect(computeDue({ ...assigned, pauses }).derivation.steps[1]).toMatchObject({
      from: '2014-03-03',
      amount: 3,
    })
  })

  it('begun while the rolled term still runs count', () => {
    const pauses = [{ pausedOn: '2014-10-06', resumedOn: '2014-10-09' }]
    expect(computeDue({ ...assigned, start: '2014-07-01', pauses }).derivation.steps[1]).toMatchObject({
      amount: 3,
      day: '2014-10-04',
    })
  })

  it('without a resumption count nothing yet and say so', () => {
    const { due, derivation } = computeDue({
      ...assigned,
      pauses: [{ pausedOn: '2014-04-10', resumedOn: null }],
    })
    expect([due, derivation.isStopped]).toEqual(['2014-06-03', true])
  })

  it('are refused when they end before they begin', () => {
    expect(() =>
      computeDue({ ...assigned, pauses: [{ pausedOn: '2014-04-10', resumedOn: '2014-04-09' }] }),
    ).toThrow(RangeError)
  })
})

describe('extensions', () => {
  it('count from the base, not from the rolled day, and are gone when removed', () => {
    expect([dueWith(1), dueWith(0)]).toEqual(['2014-07-03', '2014-06-03'])
    expect(computeDue({ rule: reply, start: '2014-07-01', calendar, extension: 1 }).due).toBe('2014-11-03')
  })

  it('end at the cap of six months', () => {
    expect([dueWith(3), dueWith(9)]).toEqual(['2014-09-03', '2014-09-03'])
  })

  it('come before the pause', () => {
    const pauses = [{ pausedOn: '2014-06-20', resumedOn: '2014-06-23' }]
    const { derivation } = computeDue({ rule: reply, start: '2014-03-03', calendar, extension: 1, pauses })
    expect(derivation.steps.map((s) => [s.step, s.day])).toEqual([
      ['amount', '2014-07-03'], ['pause', '2014-07-06'], ['roll', '2014-07-07'],
    ]) // prettier-ignore
  })

  it.each([-1, 0.5])('of %d are refused', (extension) => {
    expect(() => dueWith(extension)).toThrow(RangeError)
  })
})

describe('wide and difficult items', () => {
  it('have six months by law, to which nothing can be added', () => {
    expect(computeDue({ rule: reply, start: '2014-03-03', calendar, isWide: true }).due).toBe('2014-09-03')
    expect(computeDue({ rule: reply, start: '2014-03-03', calendar, isWide: true, extension: 1 }).due).toBe(
      '2014-09-03',
    )
  })

  it('are like any other where the rule makes no difference', () => {
    expect(computeDue({ rule: term('workday', 5), start: '2014-09-26', calendar, isWide: true }).due).toBe(
      '2014-10-09',
    )
  })
})

describe('years without a notice', () => {
  it('make the due day provisional and are named; weekends still rest', () => {
    const { due, provisional, derivation } = computeDue({
      rule: term('workday', 10),
      start: '2026-12-24',
      calendar,
    })
    expect([due, provisional, derivation.yearsWithoutNotice]).toEqual(['2027-01-07', true, [2027]])
  })

  it('are named for the days counted too, not for the due day alone', () => {
    const { due, derivation } = computeDue({ rule: term('workday', 5), start: '2003-12-29', calendar })
    expect([due, derivation.yearsWithoutNotice]).toEqual(['2004-01-06', [2003]])
  })

  it('do not touch a term that ends before', () => {
    expect(computeDue({ rule: term('workday', 5), start: '2026-12-24', calendar }).provisional).toBe(false)
    expect(computeDue({ rule: reply, start: '2026-10-08', calendar }).provisional).toBe(true)
  })
})

describe('any rule', () => {
  const unit = fc.constantFrom('workday', 'day', 'month')
  const anyDay = fc.integer({ min: 0, max: 8000 }).map((n) => addDays('2004-01-01', n))
  const amount = fc.integer({ min: 1, max: 30 })
  const pause = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 30 }))
  const pauses = fc.array(pause, { maxLength: 4 })
  it('ends on a working day', () => {
    fc.assert(
      fc.property(unit, amount, anyDay, pauses, (u, n, start, list) => {
        expect(
          isWorkingDay(
            computeDue({ rule: term(u, n), start, calendar, pauses: at(start, list) }).due,
            calendar,
          ),
        ).toBe(true)
      }),
    )
  })

  it('is never earlier for a greater amount, a later start, or one pause more', () => {
    fc.assert(
      fc.property(unit, amount, anyDay, pauses, pause, (u, n, start, list, more) => {
        const due = (amountOf: number, from: string, stopped: [number, number][]) =>
          computeDue({ rule: term(u, amountOf), start: from, calendar, pauses: at(start, stopped) }).due
        const base = due(n, start, list)
        expect(due(n + 1, start, list) >= base).toBe(true)
        expect(due(n, start, [...list, more]) >= base).toBe(true)
        expect(due(n, addDays(start, 1), []) >= due(n, start, [])).toBe(true)
      }),
    )
  })

  it('does not care in which order pauses are given', () => {
    fc.assert(
      fc.property(unit, amount, anyDay, pauses, (u, n, start, list) => {
        const due = (stopped: [number, number][]) =>
          computeDue({ rule: term(u, n), start, calendar, pauses: at(start, stopped) })
        expect(due(list.toReversed())).toEqual(due(list))
      }),
    )
  })
})
