import { describe, expect, it } from 'vitest'
import type { EventName } from '~/domain/proposal/events'
import type { Facts } from '~/domain/proposal/facts'
import { inputProblems, reasonsAgainst } from '~/domain/proposal/refusal'
import { actsOffered } from '~/routes/proposals/proposal/acts-offered'
import { facts, person, replyFacts } from '../support/facts'

const coordinator = person('coordinator')
const open = { id: 'p', round: 1, pausedOn: '2026-04-10', resumedOn: null, reason: '等上级政策' }
const extension = {
  id: 'x',
  deadlineId: 'd',
  amount: 1,
  unit: 'month' as const,
  reason: '',
  approvalDocument: '',
}

const codes = (event: EventName, f: Facts) => reasonsAgainst(event, f).map((r) => r.code)
const problems = (event: EventName, input: Facts['input'], over: Parameters<typeof facts>[1] = {}) =>
  inputProblems(event, facts(coordinator, { ...over, input }))
const fields = (...given: Parameters<typeof problems>) => problems(...given).map((p) => p.field)

describe('extending', () => {
  const whole = { deadlineId: 'd', amount: 3, reason: '需多方论证', approvalDocument: '云政办函〔2026〕3号' }

  it('passes up to the profile’s longest amount', () => expect(problems('extend', whole)).toEqual([]))

  it('is refused at the field beyond it, and says how much is left', () => {
    expect(problems('extend', { ...whole, amount: 4 })).toEqual([
      { field: 'amount', message: '答复最长 6 个月，本件已有 3 个月，最多再延 3 个月。' },
    ])
    expect(problems('extend', { ...whole, amount: 1 }, { proposal: { isWide: true } })).toEqual([
      { field: 'amount', message: '答复最长 6 个月，本件已有 6 个月，不能再延。' },
    ])
    expect(fields('extend', { ...whole, amount: 1.5 })).toEqual(['amount'])
  })

  it('needs a reason, an approval document and a duty still to be done', () => {
    expect(fields('extend', { deadlineId: 'd', amount: 1 })).toEqual(['reason', 'approvalDocument'])
    expect(fields('extend', { ...whole, deadlineId: 'elsewhere' })).toEqual(['deadlineId'])
    const met = facts(coordinator).deadlines.map((d) => ({ ...d, metOn: '2026-05-01' }))
    expect(fields('extend', whole, { deadlines: met })).toEqual(['deadlineId'])
  })

  it('is refused a second time while the first is in force', () =>
    expect(fields('extend', whole, { extensions: [extension] })).toEqual(['deadlineId']))
})

describe('removing an extension', () => {
  it('needs one in force, named', () => {
    expect(codes('remove_extension', facts(coordinator))).toEqual(['EXTENDED'])
    const extended = { extensions: [extension] }
    expect(codes('remove_extension', facts(coordinator, extended))).toEqual([])
    expect(fields('remove_extension', { extensionId: 'y', reason: '不批' }, extended)).toEqual([
      'extensionId',
    ])
    expect(fields('remove_extension', { extensionId: 'x', reason: '不批' }, extended)).toEqual([])
  })
})

describe('pausing and resuming', () => {
  it('take turns', () => {
    expect(codes('pause', facts(coordinator))).toEqual([])
    expect(codes('resume', facts(coordinator))).toEqual(['PAUSED'])
    expect(codes('pause', facts(coordinator, { pauses: [open] }))).toEqual(['NOT_PAUSED'])
    expect(codes('resume', facts(coordinator, { pauses: [open] }))).toEqual([])
  })

  it('need a day that is not to come, not before the assignment, and a reason', () => {
    const reason = '等上级政策'
    expect(fields('pause', { pausedOn: '2026-05-20', reason })).toEqual([])
    expect(fields('pause', { pausedOn: '2026-05-21', reason })).toEqual(['pausedOn'])
    expect(fields('pause', { pausedOn: '2026-03-01', reason })).toEqual(['pausedOn'])
    expect(fields('pause', { pausedOn: '2026-02-30' })).toEqual(['pausedOn', 'reason'])
  })

  it('never resume before the pause or in the future', () => {
    const paused = { pauses: [open] }
    const on = (resumedOn: string) => fields('resume', { resumedOn, reason: '政策已出台' }, paused)
    expect([on('2026-04-09'), on('2026-04-10'), on('2026-05-20'), on('2026-05-21')]).toEqual([
      ['resumedOn'],
      [],
      [],
      ['resumedOn'],
    ])
  })

  it('a letter is not issued while the clock stands', () => {
    const signed = { reply: replyFacts({ state: 'signed' }), pauses: [open] }
    expect(codes('issue', facts(person('seal_clerk'), signed))).toContain('CLOCK_RUNS')
    expect(codes('issue', facts(person('seal_clerk'), { ...signed, pauses: [] }))).not.toContain('CLOCK_RUNS')
  })
})

describe('correcting a recorded day', () => {
  const reason = '交办单写的是3日'
  const on = (fact: string, day: string) => problems('correct_fact', { fact, day, reason })

  it('passes for another day that has been', () => expect(on('received', '2026-03-03')).toEqual([]))

  it.each([
    ['nothing', '2026-03-03', 'fact'],
    ['assigned', 'x', 'day'],
    ['assigned', '2026-03-02', 'day'],
    ['received', '2026-05-21', 'day'],
    ['assigned', '2026-03-03', 'day'],
    ['received', '2026-03-01', 'day'],
  ])('is refused at its field: %s %s', (fact, day, field) =>
    expect(on(fact, day).map((p) => p.field)).toEqual([field]),
  )

  it('is for the coordinator and the registrar, who are named to everybody else', () => {
    expect(codes('correct_fact', facts(person('registrar')))).toEqual([])
    const [refusal] = reasonsAgainst('correct_fact', facts(person('handler')))
    expect(refusal).toMatchObject({
      code: 'NOT_YOURS',
      whoCanResolve: '综合处某coordinator、登记员某registrar',
    })
  })
})

it('a page offers to pause what runs and to resume what stands', () => {
  const events = (over: Parameters<typeof facts>[1]) =>
    actsOffered(facts(coordinator, over)).map((a) => a.event)
  expect(events({})).toEqual(expect.arrayContaining(['extend', 'pause', 'correct_fact']))
  expect(events({})).not.toContain('resume')
  expect(events({})).not.toContain('remove_extension')
  const changed = events({ pauses: [open], extensions: [extension] })
  expect(changed).toEqual(expect.arrayContaining(['resume', 'remove_extension']))
  expect(changed).not.toContain('pause')
})
