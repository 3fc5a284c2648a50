import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays, addMonths, chineseDate, daysBetween, isDay, parseDay, shanghaiDay, weekdayWord, yearOf,
} from '~/domain/deadlines/day' // prettier-ignore

const anyDay = fc.integer({ min: -10_000, max: 40_000 }).map((n) => addDays('1990-01-01', n))

describe('days', () => {
  it.each([
    '2022-02-30',
    '2023-02-29',
    '2022-13-01',
    '2022-00-10',
    '2022-1-1',
    '20220101',
    '',
    ' 2022-01-01',
    '2022-01-01T00:00',
  ])('refuses %j', (text) => {
    expect(isDay(text)).toBe(false)
    expect(() => parseDay(text)).toThrow(RangeError)
  })

  it.each(['2024-02-29', '2014-01-31', '9999-12-31'])('accepts %s', (day) => {
    expect(parseDay(day)).toBe(day)
  })

  it('names the weekday', () => {
    expect(['2014-09-26', '2014-09-27', '2014-09-28', '2014-09-29', '1969-12-31'].map(weekdayWord)).toEqual([
      '周五', '周六', '周日', '周一', '周三',
    ]) // prettier-ignore
  })

  it('writes a date as a letter does, without padding', () => {
    expect(chineseDate('2026-03-05')).toBe('2026年3月5日')
    expect(chineseDate('2022-11-20')).toBe('2022年11月20日')
  })

  it.each([
    ['2014-03-03', 3, '2014-06-03'],
    ['2014-01-31', 1, '2014-02-28'],
    ['2013-11-30', 3, '2014-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2014-12-31', 12, '2015-12-31'],
    ['2014-03-31', -1, '2014-02-28'],
  ])('%s plus %i months is %s: the same day, else the month’s end', (start, months, due) => {
    expect(addMonths(start, months)).toBe(due)
  })

  it('counts calendar days both ways', () => {
    expect(daysBetween('2014-02-27', '2014-03-02')).toBe(3)
    expect(daysBetween('2014-03-02', '2014-02-27')).toBe(-3)
  })

  it('adding and counting agree, and later days sort later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        const other = addDays(day, n)
        expect(daysBetween(day, other)).toBe(n)
        expect(other > day).toBe(n > 0)
      }),
    )
  })

  it('takes the day of an instant in China: the new day begins at 16:00 UTC', () => {
    expect(shanghaiDay(new Date('2014-10-08T15:59:59.999Z'))).toBe('2014-10-08')
    expect(shanghaiDay(new Date('2014-10-08T16:00:00Z'))).toBe('2014-10-09')
    expect(yearOf(shanghaiDay(new Date('2014-12-31T16:00:00Z')))).toBe(2015)
  })

  it('agrees with the time zone database on Asia/Shanghai', () => {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
    const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, (now) => {
        expect(shanghaiDay(now)).toBe(format.format(now))
      }),
    )
  })
})
