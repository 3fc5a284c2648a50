import { describe, expect, it } from 'vitest'
import { derivationSentence } from '~/domain/deadlines/derivation'
import { computeDue } from '~/domain/deadlines/due-dates'
import { startOf } from '~/domain/deadlines/due-of'
import { profileOf } from '~/domain/deadlines/profiles'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import { shippedCalendar } from '~/domain/deadlines/shipped-calendar'

const calendar = shippedCalendar()
const { reply } = statutoryDefault.deadlines
const under = (dueOn: string, start = '2026-03-02') =>
  computeDue({ rule: { ...reply, notice: { dueOn, source: '云府办函〔2026〕3号' } }, start, calendar })

describe('a day fixed by the notice of a meeting', () => {
  it('holds where it is tighter than the rule, and the derivation says so', () => {
    const { due, derivation } = under('2026-05-20')
    expect(due).toBe('2026-05-20')
    expect(derivation.due).toBe('2026-05-20')
    expect(derivationSentence(derivation)).toBe(
      '交办 3-2 → +3 个月 = 06-02 → 云府办函〔2026〕3号定于 05-20，不晚于规则所算，以通知为准 = 05-20',
    )
  })

  it('gives way where the rule is tighter', () => {
    const { due, derivation } = under('2026-06-30')
    expect(due).toBe('2026-06-02')
    expect(derivationSentence(derivation)).toContain(
      '云府办函〔2026〕3号定于 06-30，晚于规则所算，以规则为准',
    )
  })

  it('stays on its day, even a Sunday, and a pause does not move it', () => {
    expect(under('2026-05-24').due).toBe('2026-05-24')
    const rule = { ...reply, notice: { dueOn: '2026-05-24', source: '通知' } }
    const pauses = [{ pausedOn: '2026-04-01', resumedOn: '2026-04-20' }]
    expect(computeDue({ rule, start: '2026-03-02', calendar, pauses }).due).toBe('2026-05-24')
  })

  it('does not reach a term that begins after it', () => {
    const { due, derivation } = under('2026-05-20', '2026-05-21')
    expect(due).toBe('2026-08-21')
    expect(derivation.steps.some((s) => s.step === 'notice')).toBe(false)
  })
})

describe('the day a duty is counted from', () => {
  const days = { assigned: '2026-03-02', received: '2026-03-05' }
  const start = (id: string, kind: 'reply' | 'contact' | 'opinion') =>
    startOf({ profile: profileOf(id, 1) }, kind, days, '2026-04-01')

  it('is the hand-over in Chongqing and the receipt in Zhejiang', () => {
    expect(start('CQ-NPC-2018', 'reply')).toBe('2026-03-02')
    expect(start('ZJ-NPC-2016', 'reply')).toBe('2026-03-05')
  })

  it('is the day of the request where the rule counts from it', () => {
    expect(start('CN-LAW-2025', 'opinion')).toBe('2026-04-01')
    expect(start('CQ-NPC-2018', 'opinion')).toBe('2026-03-02')
  })
})
