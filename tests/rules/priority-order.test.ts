import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/domain/deadlines/day'
import { shippedCalendar } from '~/domain/deadlines/shipped-calendar'
import { timeLeft } from '~/domain/deadlines/time-left'
import { byPriority, reasonOf, type Ranked } from '~/domain/desk/priority-order'

/** A Thursday: 10-11 is a Saturday that is worked. */
const today = '2014-10-09'
const calendar = shippedCalendar()

const ranked = (dueOn: string | null, over: Partial<Ranked> = {}): Ranked => ({
  clock: dueOn ? { dueOn, left: timeLeft(dueOn, today, 'workday', calendar, 3) } : null,
  isKey: false,
  registerNo: '2014-0001',
  ...over,
})

describe('the order of work', () => {
  const inOrder: [string, Ranked][] = [
    ['a key item due tomorrow', ranked('2014-10-10', { isKey: true })],
    ['a key item due in three working days', ranked('2014-10-13', { isKey: true })],
    ['due today', ranked('2014-10-09')],
    ['due tomorrow', ranked('2014-10-10')],
    ['a key item late', ranked('2014-10-08', { isKey: true })],
    ['late for long', ranked('2014-09-30')],
    ['late since yesterday', ranked('2014-10-08')],
    ['a key item with time', ranked('2014-11-20', { isKey: true })],
    ['with time, the nearer', ranked('2014-10-20')],
    ['with time, the farther', ranked('2014-12-20')],
    ['a key item without a term', ranked(null, { isKey: true })],
    ['without a term', ranked(null)],
  ]

  it('is nearly late, late, the rest, without a term; key first in each, then the nearest day', () => {
    const shuffled = inOrder.toReversed().toSorted(([, a], [, b]) => byPriority(a, b))
    expect(shuffled.map(([name]) => name)).toEqual(inOrder.map(([name]) => name))
  })

  it('goes by the register number on the same day, and keeps tasks of one proposal as they came', () => {
    const second = { ...ranked('2014-10-10', { registerNo: '2014-0002' }), task: 'a' }
    const first = ['b', 'a', 'c'].map((task) => ({ ...ranked('2014-10-10'), task }))
    const sorted = [second, ...first].toSorted(byPriority)
    expect(sorted.map((t) => `${t.registerNo} ${t.task}`)).toEqual([
      '2014-0001 b',
      '2014-0001 a',
      '2014-0001 c',
      '2014-0002 a',
    ])
  })

  const anything = fc
    .record({
      due: fc.option(fc.integer({ min: -40, max: 200 })),
      isKey: fc.boolean(),
      no: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ due, isKey, no }) =>
      ranked(due === null ? null : addDays(today, due), { isKey, registerNo: `2014-000${no}` }),
    )

  it('is a total order: of any two one is first or they are of one proposal, and three never go in a circle', () => {
    fc.assert(
      fc.property(anything, anything, anything, (a, b, c) => {
        expect(byPriority(a, a)).toBe(0)
        expect(byPriority(a, b)).toBe(byPriority(b, a) === 0 ? 0 : -byPriority(b, a))
        if (byPriority(a, b) === 0) expect(a).toEqual(b)
        if (byPriority(a, b) <= 0 && byPriority(b, c) <= 0) expect(byPriority(a, c)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the reason of a place', () => {
  it.each<[string, Ranked, string]>([
    ['due today', ranked('2014-10-09'), '今天到期'],
    ['due tomorrow', ranked('2014-10-10'), '明天到期'],
    ['nearly late, in the unit of the rule', ranked('2014-10-13'), '快到期，剩 3 个工作日'],
    ['key and nearly late', ranked('2014-10-10', { isKey: true }), '重点件，明天到期'],
    ['late, in working days', ranked('2014-09-30'), '已超期 2 个工作日'],
    ['late over rest days alone', { ...ranked('2014-10-10'), clock: { dueOn: '2014-10-05', left: timeLeft('2014-10-05', '2014-10-06', 'day', calendar, 3) } }, '已超期，不足 1 个工作日'],
    ['with time', ranked('2014-12-20'), '未临期，按期限先后'],
    ['without a term', ranked(null), '没有期限'],
    ['key without a term', ranked(null, { isKey: true }), '重点件，没有期限'],
  ])('%s', (_case, r, words) => {
    expect(reasonOf(r, today)).toBe(words)
  }) // prettier-ignore
})
