import { describe, expect, it } from 'vitest'
import { basisWords } from '~/domain/deadlines/basis-words'
import { clockOf, nextDuty } from '~/domain/deadlines/clocks'
import { derivationSentence, extensionWords } from '~/domain/deadlines/derivation'
import { dueAgain, type Recount } from '~/domain/deadlines/due-again'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import { correctedBy, seenOf } from '~/domain/deadlines/recorded-facts'
import { openDeadlines, recounted, roomFor } from '~/domain/deadlines/recount'
import { shippedCalendar } from '~/domain/deadlines/shipped-calendar'
import { facts, person } from '../support/facts'

const rules = { profile: statutoryDefault, calendar: shippedCalendar() }
const again = (over: Partial<Recount> = {}) =>
  dueAgain({
    ...rules, deadline: { kind: 'reply', startOn: '2014-03-03' }, proposal: { isWide: false }, pauses: [], extension: 0, ...over,
  }) // prettier-ignore
const paused = { pausedOn: '2014-04-10', resumedOn: '2014-04-21' }
const stopped = { pausedOn: '2014-04-10', resumedOn: null }

describe('a deadline counted again', () => {
  it('is the day its rule gives: assigned 03-03, three months, 06-03', () =>
    expect(again().due).toBe('2014-06-03'))

  it('gets the eleven paused days, 04-10 to the day before 04-21, and then rolls to Monday', () => {
    const { due, derivation } = again({ pauses: [paused] })
    expect(due).toBe('2014-06-16')
    expect(derivationSentence(derivation)).toBe(
      '交办 3-3 → +3 个月 = 06-03 → 暂停 4-10…4-20 计 11 天 = 06-14 → 顺延至 06-16：6-14…6-15 休',
    )
  })

  it('is extended from its start, not from a due day: +1 month is 07-03, and back to 06-03 without', () => {
    expect(again({ extension: 1 }).due).toBe('2014-07-03')
    expect(extensionWords(again({ extension: 1 }).derivation)).toBe('含延期 1 个月')
    expect(again({ extension: 0 }).due).toBe('2014-06-03')
    expect(extensionWords(again().derivation)).toBeNull()
  })

  it('extends first, then pauses, then rolls', () =>
    expect(again({ extension: 1, pauses: [paused] }).derivation.steps.map((s) => [s.step, s.day])).toEqual([
      ['amount', '2014-07-03'],
      ['pause', '2014-07-14'],
    ]))

  it('never goes beyond the six months of the profile', () => {
    expect(again({ extension: 3 }).due).toBe('2014-09-03')
    expect(again({ extension: 9 }).due).toBe('2014-09-03')
  })

  it('says that it stands while a pause is open, and counts nothing for it', () => {
    const { due, derivation } = again({ pauses: [stopped] })
    expect([due, derivation.isStopped]).toEqual(['2014-06-03', true])
    expect(derivationSentence(derivation)).toBe('交办 3-3 → +3 个月 = 06-03；暂停中，恢复后顺延')
  })

  it('does not stand for a pause that began when it was over', () =>
    expect(again({ pauses: [{ pausedOn: '2014-06-04', resumedOn: null }] }).derivation.isStopped).toBe(false))

  it('counts a working-day rule in working days', () => {
    const contact = { kind: 'contact', startOn: '2014-09-26' }
    const pauses = [{ pausedOn: '2014-09-29', resumedOn: '2014-10-08' }]
    expect(again({ deadline: contact }).due).toBe('2014-10-29')
    const { due, derivation } = again({ deadline: contact, pauses })
    expect(due).toBe('2014-10-31')
    expect(derivation.days.at(-1)).toMatchObject({ day: '2014-10-31', count: 20 })
    expect(derivation.days.filter((d) => d.kind === 'paused').map((d) => d.day)).toEqual([
      '2014-09-29',
      '2014-09-30',
      ...Array.from({ length: 7 }, (_, i) => `2014-10-0${i + 1}`),
    ])
  })
})

const deadline = {
  id: 'd', kind: 'reply', round: 1, unit: 'month', startOn: '2014-03-03', dueOn: '2014-06-03', isProvisional: false, metOn: null,
  derivation: JSON.stringify(again().derivation),
} // prettier-ignore
const proposal = { assignedOn: '2014-03-03', receivedOn: '2014-03-05' }
const contact = { ...deadline, id: 'c', kind: 'contact', unit: 'workday', startOn: '2014-03-05', dueOn: '2014-04-02' } // prettier-ignore
const about = (over: Parameters<typeof facts>[1] = {}) =>
  facts(person('coordinator'), { proposal, deadlines: [deadline, contact], ...over })

describe('the clocks of a proposal', () => {
  it('are those of its round that are still to be done', () => {
    const earlier = { ...deadline, id: 'e', round: 2 }
    const done = { ...deadline, id: 'm', metOn: '2014-05-01' }
    expect(openDeadlines(about({ deadlines: [deadline, earlier, done] })).map((d) => d.id)).toEqual(['d'])
  })

  it('take the pauses of their own round only, and each its own extension', () => {
    const pauses = [{ ...paused, id: 'p', round: 2, reason: '' }]
    const extensions = [{ id: 'x', deadlineId: 'd', amount: 1, unit: 'month' as const, reason: '', approvalDocument: '' }] // prettier-ignore
    expect(recounted(about({ pauses, extensions })).map((r) => r.due.due)).toEqual([
      '2014-07-03',
      '2014-04-02',
    ])
  })

  it('may be extended as far as the profile goes; a wide item starts nearer to the cap', () => {
    expect(roomFor(about(), deadline)).toEqual({ unit: 'month', base: 3, most: 6 })
    expect(roomFor(about({ proposal: { ...proposal, isWide: true } }), deadline)).toMatchObject({ base: 6 })
    expect(roomFor(about(), { kind: 'contact' })).toEqual({ unit: 'workday', base: 20, most: null })
  })

  it('follow a corrected day where they start from it, and only there', () => {
    const moves = correctedBy(about(), 'assigned', '2014-03-04')
    expect(moves.map((m) => [m.name, m.deadline.dueOn, m.due.due])).toEqual([
      ['答复', '2014-06-03', '2014-06-04'],
    ])
    expect(seenOf(moves)).toBe('d 2014-06-03 2014-06-04')
    expect(correctedBy(about(), 'received', '2014-03-04').map((m) => m.name)).toEqual(['首次沟通'])
  })

  it('keep a pause and an extension through a correction', () => {
    const pauses = [{ ...paused, id: 'p', round: 1, reason: '' }]
    const [reply] = correctedBy(about({ pauses }), 'assigned', '2014-03-04')
    expect(reply?.due.due).toBe('2014-06-16')
    expect(reply?.due.derivation.steps.map((s) => s.day)).toEqual(['2014-06-04', '2014-06-15', '2014-06-16'])
  })
})

describe('a clock that stands', () => {
  const open = [{ ...stopped, round: 1 }]
  const asked = { state: 'sent' as const, dueOn: '2014-08-01', derivation: '{}' }

  it('shows since when, whatever day it is, and is never late', () => {
    const { left } = clockOf(rules, deadline, '2014-09-30', '2014-04-10')
    expect(left).toEqual({ kind: 'hold', amount: 54, words: '暂停中 自 04-10' })
  })

  it('comes after a request that still runs', () => {
    expect(nextDuty([deadline], [asked], open)?.duty.dueOn).toBe('2014-08-01')
    expect(nextDuty([deadline], [asked], [])?.duty.dueOn).toBe('2014-06-03')
    expect(nextDuty([deadline], [], open)?.since).toBe('2014-04-10')
  })

  it('of another round or of a fixed date runs on', () => {
    expect(nextDuty([{ ...deadline, round: 2 }], [], open)?.since).toBeNull()
    expect(nextDuty([{ ...deadline, unit: 'fixed' }], [], open)?.since).toBeNull()
  })
})

it('the basis of a due day in a table names the rule, or that a person set it', () => {
  expect(basisWords(deadline.derivation)).toMatch(
    /^交办 3-3 → \+3 个月 = 06-03。依据：《.+》（2025年修正）第五十一条/,
  )
  expect(basisWords('{"setByHand":"2014-05-05"}')).toBe('人工定于 2014-05-05')
})
