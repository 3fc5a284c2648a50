import { describe, expect, it } from 'vitest'
import { shippedCalendar } from '~/domain/deadlines/shipped-calendar'
import { dayLine } from '~/routes/desk/day-line'
import { monthOf, otherMonth, spanOf, weeksOf } from '~/routes/desk/month-table'

const calendar = shippedCalendar()

describe('the line under the heading of the desk', () => {
  it.each([
    ['2014-10-08', '2014年10月8日，星期三，节后第一个工作日 · 周六（10-11）补班'],
    ['2014-10-11', '2014年10月11日，星期六，今天补班'],
    ['2014-10-03', '2014年10月3日，星期五，国庆节放假'],
    ['2014-09-29', '2014年9月29日，星期一 · 10-01 起国庆节放假'],
    ['2026-11-24', '2026年11月24日，星期二'],
    ['2026-11-22', '2026年11月22日，星期日，休息日'],
  ])('of %s', (today, line) => {
    expect(dayLine(today, calendar)).toBe(line)
  })
})

describe('the month of the desk', () => {
  const shown = { month: '2014-10', today: '2014-10-08', calendar }
  const cells = weeksOf({
    ...shown,
    due: [
      { day: '2014-09-30', count: 1 },
      { day: '2014-10-09', count: 2 },
      { day: '2014-10-23', count: 1 },
    ],
  }).flat()
  const cell = (day: string) => cells.find((c) => c.day === day)

  it('runs in whole weeks from Monday to Sunday', () => {
    expect(spanOf('2014-10')).toEqual({ from: '2014-09-29', to: '2014-11-02' })
    expect(spanOf('2026-02')).toEqual({ from: '2026-01-26', to: '2026-03-01' })
    expect(cells).toHaveLength(35)
  })

  it('marks rest days and make-up days as the notice says', () => {
    expect(cells.filter((c) => c.mark === '休').map((c) => c.date)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(cell('2014-10-11')).toMatchObject({ mark: '班', isOff: false })
    expect(cell('2014-10-12')).toMatchObject({ mark: null, isOff: true })
  })

  it('tells what is late, soon and later, and which days are of other months', () => {
    expect(cell('2014-09-30')).toMatchObject({ tone: 'late', count: 1, isOut: true })
    expect(cell('2014-10-09')).toMatchObject({ tone: 'soon', count: 2 })
    expect(cell('2014-10-23')).toMatchObject({ tone: 'has', isOut: false })
    expect(cell('2014-10-08')).toMatchObject({ tone: null, isToday: true })
  })

  it('takes a month from the address only when it is one', () => {
    expect(monthOf('2026-02', '2026-11-24')).toBe('2026-02')
    for (const asked of [null, '', '2026-13', '9999-99', '../x'])
      expect(monthOf(asked, '2026-11-24')).toBe('2026-11')
    expect(otherMonth('2026-01', -1)).toBe('2025-12')
  })
})
