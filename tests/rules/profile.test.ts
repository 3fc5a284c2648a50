import { describe, expect, it } from 'vitest'
import { deadlineKinds } from '~/domain/deadlines/deadline-words'
import { outcomeMark } from '~/domain/deadlines/outcome-mark'
import { profileOf, shippedProfiles } from '~/domain/deadlines/profiles'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import { ruleProfile } from '~/domain/deadlines/rule-profile'
import { outcomes } from '~/domain/proposal/words-of-the-trade'

const problemsOf = (changed: unknown) =>
  ruleProfile.safeParse(changed).error?.issues.map((issue) => issue.path.join('.')) ?? []

describe('shipped profiles', () => {
  it.each(shippedProfiles.map((p) => [`${p.id} v${p.version}`, p] as const))(
    '%s is well formed',
    (_, profile) => {
      expect(ruleProfile.parse(profile)).toEqual(profile)
    },
  )

  it('are found by id and version', () => {
    expect(profileOf('CN-LAW-2025', 1)).toBe(statutoryDefault)
    expect(() => profileOf('CN-LAW-2025', 2)).toThrow('CN-LAW-2025 version 2')
  })

  it('have one profile per id and version', () => {
    const keys = shippedProfiles.map((p) => `${p.id}/${p.version}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the statutory default', () => {
  it('prescribes each deadline with its amount, unit and start', () => {
    const rows = deadlineKinds.map((kind) => statutoryDefault.deadlines[kind])
    expect(
      rows.map((r) => [r.kind, r.unit === 'fixed' ? r.monthDay : r.amount, r.unit, r.startEvent]),
    ).toEqual([
      ['return_window', 10, 'workday', 'assigned'],
      ['contact', 20, 'workday', 'received'],
      ['opinion', 20, 'workday', 'request_sent'],
      ['reply', 3, 'month', 'assigned'],
      ['receipt', 20, 'workday', 'letter_issued'],
      ['rework', 1, 'month', 'rework_ordered'],
      ['publication', 20, 'workday', 'letter_issued'],
    ])
  })

  it('cites a law for the reply and the publication, and admits practice for the rest', () => {
    const cited = deadlineKinds.filter((kind) => 'law' in statutoryDefault.deadlines[kind].citation)
    expect(cited).toEqual(['reply', 'publication'])
  })

  it('does not call itself verified', () => {
    expect(statutoryDefault.verified).toBe(false)
  })

  it('prints each outcome as its class', () => {
    expect(outcomes.map((outcome) => outcomeMark(statutoryDefault, outcome))).toEqual([
      'A类', 'A类', 'B类', 'B类', 'B类', 'C类', 'C类', 'C类', 'C类',
    ]) // prettier-ignore
  })
})

describe('a profile', () => {
  it('is refused with a placeholder its wording does not know', () => {
    const wording = { ...statutoryDefault.wording, docNumber: '{code}〔{year}〕{sequence}号' }
    expect(problemsOf({ ...statutoryDefault, wording })).toEqual(['wording.docNumber'])
  })

  it('is refused when a rule stands under another kind', () => {
    const deadlines = { ...statutoryDefault.deadlines, contact: statutoryDefault.deadlines.reply }
    expect(problemsOf({ ...statutoryDefault, deadlines })).toEqual(['deadlines'])
  })

  it('is refused without a class for an outcome', () => {
    const { deferred: _, ...outcomeLetter } = statutoryDefault.outcomeLetter
    expect(problemsOf({ ...statutoryDefault, outcomeLetter })).toEqual(['outcomeLetter.deferred'])
  })

  it('is refused with a rule that cites nothing', () => {
    const deadlines = {
      ...statutoryDefault.deadlines,
      contact: { ...statutoryDefault.deadlines.contact, citation: { note: '惯例' } },
    }
    expect(problemsOf({ ...statutoryDefault, deadlines })).toEqual(['deadlines.contact.citation'])
  })

  it('is refused with a fixed date that not every year has', () => {
    const { kind, name, startEvent, citation, soonThreshold } = statutoryDefault.deadlines.reply
    const fixed = { kind, name, startEvent, citation, soonThreshold, unit: 'fixed', rollsForward: false }
    const withDay = (monthDay: string) => ({
      ...statutoryDefault,
      deadlines: { ...statutoryDefault.deadlines, reply: { ...fixed, monthDay } },
    })
    expect(problemsOf(withDay('02-29'))).toEqual(['deadlines.reply.monthDay'])
    expect(problemsOf(withDay('05-31'))).toEqual([])
  })
})
