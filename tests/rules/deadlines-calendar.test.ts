import { describe, expect, it } from 'vitest'
import { calendarOf, isProvisionalDay, statusOf } from '~/domain/deadlines/calendar'
import { addDays, weekdayWord } from '~/domain/deadlines/day'
import { shippedCalendar, shippedNotices } from '~/domain/deadlines/shipped-calendar'

const calendar = shippedCalendar()
const isRestIn2014 = (day: string) => !statusOf(day, calendar).isWorking

const spans = (text: string) =>
  text.split(' ').flatMap((span) => {
    const [from = '', to = from] = span.split('…')
    const days = [`2014-${from}`]
    while (days.at(-1) !== `2014-${to}`) days.push(addDays(days.at(-1) ?? '', 1))
    return days
  })

describe('the shipped calendar', () => {
  it('knows every rest day of the 2014 notice', () => {
    const rest = spans('01-01 01-31…02-06 04-05…04-07 05-01…05-03 06-02 09-08 10-01…10-07')
    expect(rest.filter((day) => statusOf(day, calendar).kind !== 'holiday')).toEqual([])
  })

  it('knows every make-up day of the 2014 notice', () => {
    const work = spans('01-26 02-08 05-04 09-28 10-11')
    expect(work.filter((day) => statusOf(day, calendar).kind !== 'make_up')).toEqual([])
  })

  it('has no other exception in 2014 than the notice', () => {
    const noticed = spans('01-01…12-31').filter((day) =>
      ['holiday', 'make_up'].includes(statusOf(day, calendar).kind),
    )
    expect(noticed).toHaveLength(22 + 1 + 5)
  })

  it('gives each day its reason and its notice', () => {
    const notice = '国务院办公厅2014年部分节假日安排通知'
    expect(statusOf('2014-10-01', calendar)).toEqual({
      kind: 'holiday',
      isWorking: false,
      reason: '国庆节放假',
      notice,
    })
    expect(statusOf('2014-09-28', calendar)).toEqual({
      kind: 'make_up',
      isWorking: true,
      reason: '补班',
      notice,
    })
    expect(statusOf('2014-09-27', calendar)).toEqual({
      kind: 'weekend',
      isWorking: false,
      reason: '休息日',
      notice: null,
    })
    expect(statusOf('2014-09-26', calendar)).toEqual({
      kind: 'working',
      isWorking: true,
      reason: '工作日',
      notice: null,
    })
    expect(statusOf('2014-04-07', calendar).reason).toBe('清明节放假')
  })

  it('covers 2004 to 2026 without a gap; later years are provisional and only weekends rest', () => {
    expect([...calendar.years]).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i))
    expect(isProvisionalDay('2026-12-31', calendar)).toBe(false)
    expect(isProvisionalDay('2027-01-01', calendar)).toBe(true)
    expect(isRestIn2014('2027-10-01')).toBe(false)
    expect(isRestIn2014('2027-10-02')).toBe(true)
  })

  it('calls only weekend days make-up days', () => {
    const work = shippedNotices().flatMap((notice) => Object.keys(notice.work))
    expect(work.length).toBeGreaterThan(100)
    expect(work.filter((day) => !['周六', '周日'].includes(weekdayWord(day)))).toEqual([])
  })
})

describe('a calendar of one’s own', () => {
  const notice = { year: 2030, title: '试', rest: { '2030-01-01': '元旦' }, work: {} }

  it('refuses a day that does not exist', () => {
    expect(() => calendarOf([{ ...notice, work: { '2030-02-30': '春节' } }])).toThrow('2030-02-30')
  })

  it('refuses a day that is rest and work at once', () => {
    expect(() => calendarOf([{ ...notice, work: { '2030-01-01': '元旦' } }])).toThrow('2030-01-01')
  })
})
