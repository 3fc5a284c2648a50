import { describe, expect, it } from 'vitest'
import { inForceOn, noticeDaysOf } from '~/domain/deadlines/in-force'
import { profileFor } from '~/domain/deadlines/profile-for'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import { ruleProfile, type RuleProfile } from '~/domain/deadlines/rule-profile'

const withChains: RuleProfile = {
  ...statutoryDefault,
  chains: [
    { when: { priority: 'key' }, chain: [['division_head'], ['office_reviewer'], ['deputy']], signerRole: 'director' },
    { when: { handlingRole: 'assist' }, chain: [['division_head']], signerRole: 'deputy' },
  ],
} // prettier-ignore

describe('a profile for one proposal', () => {
  it('is the profile itself where the place makes no difference', () =>
    expect(profileFor(statutoryDefault, { track: 'npc', priority: 'key', handlingRole: 'lead' })).toBe(
      statutoryDefault,
    ))

  it('has the chain and the signer of its handling role and priority', () => {
    expect(profileFor(withChains, { handlingRole: 'assist', priority: 'normal' })).toMatchObject({
      clearanceChain: [['division_head']],
      signerRole: 'deputy',
    })
    expect(profileFor(withChains, { handlingRole: 'lead', priority: 'normal' }).clearanceChain).toBe(
      statutoryDefault.clearanceChain,
    )
  })

  it('has the first chain that fits: a key item’s even where we assist', () =>
    expect(profileFor(withChains, { handlingRole: 'assist', priority: 'key' }).clearanceChain).toHaveLength(
      3,
    ))

  it('owes an opinion, not a reply, where we only assist: the opinion’s days, counted from the receipt', () => {
    const { reply, opinion } = profileFor(statutoryDefault, { handlingRole: 'assist' }).deadlines
    expect(reply).toEqual({ ...statutoryDefault.deadlines.opinion, kind: 'reply', startEvent: 'received' })
    expect(opinion).toBe(statutoryDefault.deadlines.opinion)
  })

  it('carries the day its meeting’s notice fixes', () => {
    const notice = { dueOn: '2026-05-20', source: '交办通知' }
    const { deadlines } = profileFor(statutoryDefault, {}, { reply: notice })
    expect(deadlines.reply.notice).toEqual(notice)
    expect(deadlines.contact).toBe(statutoryDefault.deadlines.contact)
  })
})

describe('a variant', () => {
  const problems = (variants: unknown) =>
    ruleProfile
      .safeParse({
        ...statutoryDefault,
        deadlines: {
          ...statutoryDefault.deadlines,
          contact: { ...statutoryDefault.deadlines.contact, variants },
        },
      })
      .error?.issues.map((issue) => issue.path.join('.')) ?? []
  const term = { unit: 'workday', amount: 5, wideAmount: null, maxAmount: null }

  it('is taken with circumstances', () =>
    expect(problems([{ when: { priority: 'key' }, ...term }])).toEqual([]))
  it('is refused without', () =>
    expect(problems([{ when: {}, ...term }])).toEqual(['deadlines.contact.variants.0.when']))
  it('is refused when it counts calendar days where the rule counts working days: lists would count it wrongly', () =>
    expect(problems([{ when: { priority: 'key' }, ...term, unit: 'day' }])).toEqual([
      'deadlines.contact.variants',
    ]))
})

describe('in force', () => {
  const entries = [
    { track: 'npc', id: 'CQ-NPC-2018', version: 1, from: '2026-01-01' },
    { track: 'npc', id: 'OWN', version: 1, from: '2026-04-01' },
    { track: 'npc', id: 'OWN', version: 2, from: '2026-04-01' },
    { track: 'cppcc', id: 'SC-GOV-2024', version: 1, from: '2026-02-01' },
  ] as const

  it.each([
    ['npc', '2025-12-31', undefined],
    ['npc', '2026-01-01', 'CQ-NPC-2018 1'],
    ['npc', '2026-03-31', 'CQ-NPC-2018 1'],
    ['npc', '2026-04-01', 'OWN 2'],
    ['cppcc', '2026-04-01', 'SC-GOV-2024 1'],
  ] as const)('for %s on %s: %s', (track, day, expected) => {
    const found = inForceOn(entries, track, day)
    expect(found ? `${found.id} ${found.version}` : undefined).toBe(expected)
  })

  it('takes the day entered last for a meeting and duty, and none once it is taken back', () => {
    const day = (dueOn: string | null, meetingId = 'm') => ({
      meetingId,
      kind: 'reply' as const,
      dueOn,
      source: 'x',
    })
    expect(noticeDaysOf([day('2026-05-31'), day('2026-05-20'), day('2026-04-01', 'other')], 'm')).toEqual({
      reply: { dueOn: '2026-05-20', source: 'x' },
    })
    expect(noticeDaysOf([day('2026-05-31'), day(null)], 'm')).toEqual({})
  })
})
