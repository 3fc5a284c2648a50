import { describe, expect, it } from 'vitest'
import { derivationSentence } from '~/domain/deadlines/derivation'
import { computeDue, type Reckoning } from '~/domain/deadlines/due-dates'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import type { DeadlineRule } from '~/domain/deadlines/rule-profile'
import { shippedCalendar } from '~/domain/deadlines/shipped-calendar'

const calendar = shippedCalendar()
const { reply, return_window: returnWindow } = statutoryDefault.deadlines
const fiveDays: DeadlineRule = {
  ...returnWindow,
  unit: 'workday',
  amount: 5,
  wideAmount: null,
  maxAmount: null,
}

const sentence = (reckoning: Omit<Reckoning, 'calendar'>) =>
  derivationSentence(computeDue({ ...reckoning, calendar }).derivation)

describe('the sentence of a derivation', () => {
  it('names make-up days counted and holidays skipped', () => {
    expect(sentence({ rule: fiveDays, start: '2014-09-26' })).toBe(
      '交办 9-26 → +5 工作日 = 10-09：9-28 补班计入，10-1…10-7 休',
    )
  })

  it('keeps rest days and a make-up day beside them apart', () => {
    expect(sentence({ rule: fiveDays, start: '2014-04-25' })).toBe(
      '交办 4-25 → +5 工作日 = 05-05：5-1…5-3 休，5-4 补班计入',
    )
  })

  it('has no remarks where only weekends lie between', () => {
    expect(sentence({ rule: fiveDays, start: '2014-03-03' })).toBe('交办 3-3 → +5 工作日 = 03-10')
  })

  it('names a single day by itself', () => {
    expect(sentence({ rule: fiveDays, start: '2014-05-30' })).toBe('交办 5-30 → +5 工作日 = 06-09：6-2 休')
  })

  it('says why a month’s last day moved', () => {
    expect(sentence({ rule: reply, start: '2014-07-01' })).toBe(
      '交办 7-1 → +3 个月 = 10-01 → 顺延至 10-08：10-1…10-7 休',
    )
    expect(sentence({ rule: reply, start: '2014-03-03' })).toBe('交办 3-3 → +3 个月 = 06-03')
  })

  it('tells extension, pause and roll in their order', () => {
    const pauses = [{ pausedOn: '2014-04-10', resumedOn: '2014-04-21' }]
    expect(sentence({ rule: reply, start: '2014-03-03', pauses })).toBe(
      '交办 3-3 → +3 个月 = 06-03 → 暂停 4-10…4-20 计 11 天 = 06-14 → 顺延至 06-16：6-14…6-15 休',
    )
    expect(sentence({ rule: reply, start: '2014-03-03', extension: 1 })).toBe(
      '交办 3-3 → +4 个月（含延期 1 个月） = 07-03',
    )
  })

  it('writes the year where it is not the start’s', () => {
    expect(sentence({ rule: fiveDays, start: '2013-12-27' })).toBe(
      '交办 12-27 → +5 工作日 = 2014-01-06：2014-1-1 休',
    )
  })

  it('tells a fixed date', () => {
    const rule: DeadlineRule = {
      kind: 'reply', name: '答复', startEvent: 'received', citation: reply.citation, soonThreshold: 5,
      unit: 'fixed', monthDay: '05-31', rollsForward: false,
    } // prettier-ignore
    expect(sentence({ rule, start: '2014-03-03' })).toBe('收到 3-3 → 定于 05-31')
  })
})

describe('a derivation', () => {
  it('keeps rule, source and start, and each day with its reason and notice', () => {
    const { derivation } = computeDue({ rule: fiveDays, start: '2014-09-26', calendar })
    expect(derivation).toMatchObject({
      kind: 'return_window', name: '退办期限', citation: '法律未规定，本局惯例，可改', startEvent: 'assigned', start: '2014-09-26',
      unit: 'workday', due: '2014-10-09', isStopped: false, yearsWithoutNotice: [],
    }) // prettier-ignore
    expect(derivation.days).toHaveLength(13)
    expect(derivation.days.slice(0, 2)).toEqual([
      { day: '2014-09-27', kind: 'weekend', count: null, reason: '休息日', notice: null },
      {
        day: '2014-09-28',
        kind: 'make_up',
        count: 1,
        reason: '补班',
        notice: '国务院办公厅2014年部分节假日安排通知',
      },
    ])
    expect(derivation.days[4]).toMatchObject({ day: '2014-10-01', reason: '国庆节放假', count: null })
  })

  it('lists for a month rule only the days its roll passed over', () => {
    const { derivation } = computeDue({ rule: reply, start: '2014-07-01', calendar })
    expect(derivation.days.map((d) => d.day)).toEqual(
      Array.from({ length: 7 }, (_, i) => `2014-10-0${i + 1}`),
    )
    expect(computeDue({ rule: reply, start: '2014-03-03', calendar }).derivation.days).toEqual([])
  })

  it('is plain JSON: stored and read back it says the same', () => {
    const pauses = [{ pausedOn: '2014-08-01', resumedOn: '2014-08-05' }]
    const { derivation } = computeDue({ rule: reply, start: '2014-07-01', calendar, pauses })
    const stored: unknown = JSON.parse(JSON.stringify(derivation))
    expect(stored).toStrictEqual(derivation)
  })

  it('cites law, edition and article', () => {
    expect(computeDue({ rule: reply, start: '2014-07-01', calendar }).derivation.citation).toContain(
      '代表法》（2025年修正）第五十一条',
    )
  })
})
