import { describe, expect, it } from 'vitest'
import { nextClock, opinionClock } from '~/domain/deadlines/clocks'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import { shippedCalendar } from '~/domain/deadlines/shipped-calendar'
import { isOnTime, timeLeft, workingDaysLate } from '~/domain/deadlines/time-left'

const calendar = shippedCalendar()

describe('time left', () => {
  it('counts in the unit of the rule', () => {
    expect(timeLeft('2014-10-09', '2014-10-08', 'workday', calendar, 3)).toEqual({
      kind: 'soon',
      amount: 1,
      words: '剩 1 个工作日',
    })
    expect(timeLeft('2014-12-26', '2014-10-08', 'month', calendar, 15)).toEqual({
      kind: 'ok',
      amount: 79,
      words: '剩 79 天',
    })
    expect(timeLeft('2014-10-15', '2014-10-08', 'day', calendar, 3).words).toBe('剩 7 天')
    expect(timeLeft('2014-10-15', '2014-10-08', 'fixed', calendar, 3).words).toBe('剩 7 天')
  })

  it('does not let a holiday use up working days', () => {
    expect(timeLeft('2014-10-09', '2014-09-30', 'workday', calendar, 1)).toEqual({
      kind: 'ok',
      amount: 2,
      words: '剩 2 个工作日',
    })
    expect(timeLeft('2014-10-09', '2014-10-07', 'workday', calendar, 1).amount).toBe(2)
  })

  it('is “soon” from the threshold on, and on the due day', () => {
    const kinds = ['2014-09-22', '2014-09-23', '2014-09-30'].map(
      (today) => timeLeft('2014-09-30', today, 'day', calendar, 7).kind,
    )
    expect(kinds).toEqual(['ok', 'soon', 'soon'])
    expect(timeLeft('2014-09-30', '2014-09-30', 'day', calendar, 0)).toEqual({
      kind: 'soon',
      amount: 0,
      words: '今天到期',
    })
  })

  it('is late by working days, whatever the unit of the rule', () => {
    expect(timeLeft('2014-09-30', '2014-10-08', 'month', calendar, 15)).toEqual({
      kind: 'late',
      amount: 1,
      words: '逾期 1 个工作日',
    })
    expect(timeLeft('2014-09-30', '2014-10-08', 'workday', calendar, 3).words).toBe('逾期 1 个工作日')
  })

  it('is late over rest days too, though by no working day yet', () => {
    expect(timeLeft('2014-09-30', '2014-10-03', 'workday', calendar, 3)).toEqual({
      kind: 'late', amount: 0, words: '已逾期，不足 1 个工作日',
    }) // prettier-ignore
  })
})

describe('an answer', () => {
  it('on the due day is on time', () => {
    expect(isOnTime('2014-09-30', '2014-09-30')).toBe(true)
    expect(workingDaysLate('2014-09-30', '2014-09-30', calendar)).toBe(0)
    expect(isOnTime('2014-09-30', '2014-10-01')).toBe(false)
  })

  it('of 10-08 to 09-30 is one working day late', () => {
    expect(workingDaysLate('2014-09-30', '2014-10-08', calendar)).toBe(1)
  })

  it('before the due day is not late by a negative number', () => {
    expect(workingDaysLate('2014-09-30', '2014-09-01', calendar)).toBe(0)
  })
})

it('a request’s clock is provisional while the year of its day has no notice', () => {
  const rules = { calendar, profile: statutoryDefault }
  const clocks = ['2026-12-31', '2027-01-08'].map((dueOn) => opinionClock(rules, dueOn, '2026-12-24'))
  expect(clocks.map((c) => c.isProvisional)).toEqual([false, true])
  const asked = [{ state: 'sent' as const, dueOn: '2027-01-08', derivation: '{}' }]
  expect(nextClock(rules, [], asked, [], '2026-12-24')).toMatchObject({
    kind: 'opinion',
    isProvisional: true,
  })
})
