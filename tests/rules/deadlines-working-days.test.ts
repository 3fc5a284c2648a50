import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf } from '~/domain/deadlines/calendar'
import { addDays } from '~/domain/deadlines/day'
import { shippedCalendar } from '~/domain/deadlines/shipped-calendar'
import {
  addWorkingDays,
  countedDays,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from '~/domain/deadlines/working-days'

const calendar = shippedCalendar()
const withoutNotices = calendarOf([])
const anyDay = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2003-06-01', n))
const amount = fc.integer({ min: 1, max: 60 })

const vectors = [
  ['2014-01-24', 5, '2014-01-30', '2014-01-31'],
  ['2014-04-25', 5, '2014-05-05', '2014-05-02'],
  ['2014-05-03', 1, '2014-05-04', '2014-05-05'],
  ['2014-09-26', 5, '2014-10-09', '2014-10-03'],
  ['2014-09-26', 10, '2014-10-15', '2014-10-10'],
] as const

describe('working days', () => {
  it.each(vectors)(
    '%s + %i is %s by the notice (and %s where no notice is known)',
    (start, n, due, unknown) => {
      expect(addWorkingDays(start, n, calendar)).toBe(due)
      expect(addWorkingDays(start, n, withoutNotices)).toBe(unknown)
      expect(workingDaysBetween(start, due, calendar)).toBe(n)
    },
  )

  it('without make-up days the same vectors come out wrong', () => {
    const naive = { ...calendar, noticed: new Map([...calendar.noticed].filter(([, day]) => day.isRest)) }
    expect(vectors.map(([start, n]) => addWorkingDays(start, n, naive))).toEqual([
      '2014-02-07', '2014-05-06', '2014-05-05', '2014-10-10', '2014-10-17',
    ]) // prettier-ignore
  })

  it('never lands on a rest day', () => {
    fc.assert(
      fc.property(anyDay, amount, (start, n) => {
        expect(isWorkingDay(addWorkingDays(start, n, calendar), calendar)).toBe(true)
      }),
    )
  })

  it('is later with each further day', () => {
    fc.assert(
      fc.property(anyDay, amount, (start, n) => {
        expect(addWorkingDays(start, n + 1, calendar) > addWorkingDays(start, n, calendar)).toBe(true)
      }),
    )
  })

  it('counts back what it added, in both directions', () => {
    fc.assert(
      fc.property(anyDay, amount, (start, n) => {
        const due = addWorkingDays(start, n, calendar)
        expect(workingDaysBetween(start, due, calendar)).toBe(n)
        expect(workingDaysBetween(due, start, calendar)).toBe(-n)
      }),
    )
  })

  it('lists each day on the way once, numbered when counted', () => {
    const days = countedDays('2014-09-26', '2014-10-09', calendar)
    expect(days.map((d) => [d.day.slice(5), d.count])).toEqual([
      ['09-27', null], ['09-28', 1], ['09-29', 2], ['09-30', 3],
      ['10-01', null], ['10-02', null], ['10-03', null], ['10-04', null], ['10-05', null], ['10-06', null], ['10-07', null],
      ['10-08', 4], ['10-09', 5],
    ]) // prettier-ignore
  })

  it('rolls a rest day forward and leaves a working day alone', () => {
    expect(nextWorkingDay('2014-10-01', calendar)).toBe('2014-10-08')
    expect(nextWorkingDay('2014-09-28', calendar)).toBe('2014-09-28')
  })

  it.each([-1, 1.5, Number.NaN])('refuses to add %d working days', (n) => {
    expect(() => addWorkingDays('2014-09-26', n, calendar)).toThrow(RangeError)
  })
})
