import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chaseDue,
  chaseSteps,
  clearancePatience,
  subjectOf,
  superviseAfter,
  type OpenWork,
} from '~/domain/deadlines/chase'
import { addDays, type Day } from '~/domain/deadlines/day'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import { shippedCalendar } from '~/domain/deadlines/shipped-calendar'
import { workingDaysBetween } from '~/domain/deadlines/working-days' // prettier-ignore

const rules = { profile: statutoryDefault, calendar: shippedCalendar() }
const stepsOn = (work: OpenWork, today: Day) => chaseDue(work, today, rules).map((due) => due.step)

// 2026-06-12 is a Friday; 端午 2026 rests on the 19th.
const request: OpenWork = { of: 'request', id: 'r', dueOn: '2026-06-12' }
const reply: OpenWork = { of: 'reply', id: 'd', dueOn: '2026-06-12' }
const receipt: OpenWork = { of: 'receipt', id: 'e', dueOn: '2026-06-12' }
const waiting: OpenWork = { of: 'clearance_step', id: 's', openedOn: '2026-06-01' }

describe('the ladder of a duty with a due day', () => {
  it.each([
    ['2026-06-08', []],
    ['2026-06-09', ['remind']],
    ['2026-06-12', ['remind']],
    ['2026-06-13', ['remind', 'escalate']],
    ['2026-06-18', ['remind', 'escalate']],
    ['2026-06-22', ['remind', 'escalate', 'supervise']],
  ])('an opinion due on Friday 12 June has, on %s, come to %j', (today, steps) => {
    expect(stepsOn(request, today)).toEqual(steps)
  })

  it('reminds of a reply as early as the profile calls it soon, in the unit of its rule', () => {
    const { soonThreshold } = statutoryDefault.deadlines.reply
    expect(stepsOn(reply, addDays('2026-06-12', -soonThreshold - 1))).toEqual([])
    expect(stepsOn(reply, addDays('2026-06-12', -soonThreshold))).toEqual(['remind'])
  })

  it('asks for a receipt, tells the coordinator, and never sends 督查 after a delegate', () => {
    expect(stepsOn(receipt, '2026-12-31')).toEqual(['remind', 'escalate'])
  })

  it('counts the days for 督查 in working days', () => {
    const first = Array.from({ length: 30 }, (_, i) => addDays('2026-06-12', i)).find((day) =>
      stepsOn(request, day).includes('supervise'),
    )
    expect(workingDaysBetween('2026-06-12', first ?? '', rules.calendar)).toBe(superviseAfter)
  })
})

describe('the ladder of a step of the clearance', () => {
  it.each([
    ['2026-06-02', []],
    ['2026-06-03', ['remind']],
    ['2026-06-05', ['remind', 'escalate']],
    ['2026-06-11', ['remind', 'escalate', 'supervise']],
  ])('opened on Monday 1 June it has, on %s, come to %j', (today, steps) => {
    expect(stepsOn(waiting, today)).toEqual(steps)
  })

  it('has rising patience', () => {
    const days = chaseSteps.map((step) => clearancePatience[step])
    expect(days).toEqual(days.toSorted((a, b) => a - b))
  })
})

const anyDay = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-01-02', n))
const anyWork: fc.Arbitrary<OpenWork> = fc.oneof(
  fc.record({ of: fc.constantFrom('request', 'reply', 'rework', 'receipt'), id: fc.uuid(), dueOn: anyDay }),
  fc.record({ of: fc.constant('clearance_step'), id: fc.uuid(), openedOn: anyDay }),
) as fc.Arbitrary<OpenWork>

const keysOn = (work: OpenWork, today: Day) =>
  chaseDue(work, today, rules).map(({ subject, step }) => `${subject} ${step}`)

describe('whatever nights are missed', () => {
  it('a later night only adds to what an earlier one would have sent', () => {
    fc.assert(
      fc.property(anyWork, anyDay, fc.nat(60), (work, night, later) => {
        expect(keysOn(work, addDays(night, later))).toEqual(expect.arrayContaining(keysOn(work, night)))
      }),
    )
  })

  it('any choice of nights that ends on the same night has sent the same steps, each once', () => {
    const nights = fc.array(fc.nat(40), { maxLength: 12 })
    fc.assert(
      fc.property(anyWork, anyDay, nights, nights, (work, from, some, others) => {
        const last = addDays(from, 40)
        const sentBy = (offsets: number[]) => {
          const sent: string[] = []
          for (const night of [...offsets.toSorted((a, b) => a - b).map((n) => addDays(from, n)), last])
            sent.push(...keysOn(work, night).filter((key) => !sent.includes(key)))
          return sent
        }
        expect(sentBy(some).toSorted()).toEqual(sentBy(others).toSorted())
        expect(new Set(sentBy(some)).size).toBe(sentBy(some).length)
      }),
    )
  })

  it('a step is never taken before the one below it', () => {
    fc.assert(
      fc.property(anyWork, anyDay, (work, today) => {
        const steps = stepsOn(work, today)
        expect(steps).toEqual(chaseSteps.slice(0, steps.length))
      }),
    )
  })
})

describe('what a step is sent under', () => {
  it('changes with the due day, so that a duty put off is chased anew', () => {
    expect(subjectOf(request)).not.toBe(subjectOf({ ...request, dueOn: '2026-07-01' }))
  })

  it('differs between duties that share an id', () => {
    expect(subjectOf(reply)).not.toBe(subjectOf({ ...reply, of: 'rework' }))
  })
})
