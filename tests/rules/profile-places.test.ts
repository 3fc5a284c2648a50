import { describe, expect, it } from 'vitest'
import { citationWords } from '~/domain/deadlines/citation-words'
import { deadlineKinds, type DeadlineKind, type FurtherKind } from '~/domain/deadlines/deadline-words'
import type { FurtherRule } from '~/domain/deadlines/deadline-rule'
import { outcomeMark } from '~/domain/deadlines/outcome-mark'
import { profileFor, type Item } from '~/domain/deadlines/profile-for'
import { profileOf, shippedProfiles } from '~/domain/deadlines/profiles'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import type { DeadlineRule } from '~/domain/deadlines/rule-profile'

type Said = Partial<Record<DeadlineKind, string>>
type Further = Partial<Record<FurtherKind, string>>

/** The dossier's table, cell by cell: amount and unit, · the longer amount of wide items, ≤ the cap, @ the start. */
const table: [string, Said, Further?][] = [
  ['CQ-NPC-2018', {
    return_window: '10wd @assigned', contact: '20wd @received', opinion: '30wd @assigned', reply: '3mo ·6 ≤6 @assigned',
    receipt: '20wd @letter_issued', rework: '2mo @rework_ordered',
  }, {
    dispatch: '10wd @submitted', reallocation: '10wd @returned', opinion_redo: '5wd @opinion_bounced',
    commitment_receipt: '20wd @commitment_reported', commitment_report: '12-31 @letter_issued',
  }],
  ['ZJ-NPC-2016', { return_window: '10d @received', opinion: '2mo @received', reply: '3mo ≤6 @received', rework: '1mo @rework_ordered' }, { dispatch: '7d @submitted' }],
  ['SH-NPC-2015', { return_window: '7wd @assigned', opinion: '1mo @received', reply: '3mo ≤6 @assigned', rework: '1mo @rework_ordered' }, { dispatch: '7wd @submitted' }],
  ['BJ-NPC-2014', { reply: '3mo ≤6 @assigned', receipt: '15wd @letter_issued', rework: '2mo @rework_ordered' }],
  ['SD-NPC-2017', { return_window: '5d @assigned', opinion: '1mo @received', reply: '3mo ≤6 @assigned', rework: '1mo @rework_ordered' }, { dispatch: '5d @submitted' }],
  ['QD-NPC-2021', { return_window: '5wd @assigned', opinion: '1mo @request_sent', reply: '3mo ≤6 @assigned' }, { dispatch: '5wd @submitted' }],
  ['HA-NPC-2017', { return_window: '10wd @assigned', opinion: '2mo @received', reply: '3mo ≤6 @assigned', receipt: '10wd @letter_issued', rework: '1mo @rework_ordered' }, { reallocation: '10wd @returned', progress_report: '08-31 @assigned' }],
  ['FJ-NPC', { opinion: '1mo @assigned', reply: '3mo ≤6 @assigned' }],
  ['SC-GOV-2024', { reply: '3mo ≤6 @assigned', rework: '3mo @rework_ordered' }],
  ['GZ-GOV', {}, { objection_answer: '7d @objection_raised' }],
  ['GUIZ-2025', { opinion: '05-31 @assigned', reply: '06-30 @assigned' }],
  ['CITY-X', { return_window: '21d @assigned', reply: '06-30 @assigned' }],
  ['YULIN-2019', { return_window: '7wd @assigned' }],
  ['PINGJIANG', { return_window: '10d @assigned', receipt: '10d @letter_issued' }],
  ['CHENCANG-2017', { return_window: '5wd @assigned' }],
  ['GUOYANG-CPPCC', { return_window: '5wd @assigned' }],
  ['BANAN-CPPCC', { return_window: '10wd @assigned' }],
  ['CHONGYI-CPPCC', { contact: '15wd @received', reply: '3mo @assigned', receipt: '15wd @letter_issued' }],
  ['CITY-2009', { rework: '15d @rework_ordered' }],
] // prettier-ignore

const units = { workday: 'wd', day: 'd', month: 'mo' } as const

function shown(rule: DeadlineRule | FurtherRule) {
  if (rule.unit === 'fixed') return `${rule.monthDay} @${rule.startEvent}`
  const wide = rule.wideAmount === null ? '' : ` ·${rule.wideAmount}`
  const cap = rule.maxAmount === null ? '' : ` ≤${rule.maxAmount}`
  return `${rule.amount}${units[rule.unit]}${wide}${cap} @${rule.startEvent}`
}

describe('the rules of each place', () => {
  it('stand in the table, and no other place is shipped', () =>
    expect(shippedProfiles.map((p) => p.id)).toEqual([statutoryDefault.id, ...table.map(([id]) => id)]))

  it.each(table)('%s has the numbers its source gives', (id, said, further = {}) => {
    const profile = profileOf(id, 1)
    const own = deadlineKinds.filter((kind) => profile.deadlines[kind].basis === undefined)
    expect(Object.fromEntries(own.map((kind) => [kind, shown(profile.deadlines[kind])]))).toEqual(said)
    const more = Object.entries(profile.further ?? {}).map(([kind, rule]) => [kind, shown(rule)])
    expect(Object.fromEntries(more)).toEqual(further)
  })

  it.each(table)('%s takes the rest from the statutory default, and says so', (id, said) => {
    for (const kind of deadlineKinds.filter((k) => said[k] === undefined))
      expect(profileOf(id, 1).deadlines[kind]).toEqual({
        ...statutoryDefault.deadlines[kind],
        basis: 'CN-LAW-2025',
      })
  })

  it('are none of them verified, and each own rule cites an instrument', () => {
    for (const profile of shippedProfiles.slice(1)) {
      expect(profile.verified, profile.id).toBe(false)
      const own = [...Object.values(profile.deadlines), ...Object.values(profile.further ?? {})].filter(
        (r) => !r.basis,
      )
      for (const rule of own) expect('practice' in rule.citation, `${profile.id} ${rule.name}`).toBe(false)
    }
  })

  it('say where the source does not tell from when a term runs', () => {
    const { return_window, reply } = profileOf('QD-NPC-2021', 1).deadlines
    expect(citationWords(return_window.citation)).toContain('起算日来源未写明')
    expect(citationWords(reply.citation)).not.toContain('起算日')
  })

  it('cite the article where one is known', () =>
    expect(citationWords(profileOf('CQ-NPC-2018', 1).classMeanings!.citation)).toMatch(/第二十二条$/))

  it.each([
    ['ZJ-NPC-2016', { needsConsent: true, tellsDelegate: null }],
    ['SH-NPC-2015', { needsConsent: true, tellsDelegate: true }],
    ['BJ-NPC-2014', { needsConsent: true, tellsDelegate: null }],
    ['SD-NPC-2017', { needsConsent: true, tellsDelegate: null }],
    ['QD-NPC-2021', { needsConsent: true, tellsDelegate: null }],
    ['HA-NPC-2017', { needsConsent: null, tellsDelegate: true }],
    ['FJ-NPC', { needsConsent: null, tellsDelegate: true }],
    ['CQ-NPC-2018', undefined],
  ])('%s: what an extension takes', (id, extension) =>
    expect(profileOf(id, 1).deadlines.reply.extension).toEqual(extension),
  )

  it.each([
    ['CQ-NPC-2018', 'director', 'each_signer', 'liaison_group'],
    ['ZJ-NPC-2016', 'director', 'each_signer', null],
    ['SH-NPC-2015', 'deputy', 'each_signer', null],
    ['SD-NPC-2017', 'director', 'each_or_lead', null],
    ['QD-NPC-2021', 'deputy', 'lead_relays', null],
    ['HA-NPC-2017', 'director', 'each_signer', null],
    ['FJ-NPC', 'director', 'each_signer', 'npc_office'],
  ])('%s: who signs and who is answered', (id, signer, joint, organisation) => {
    const profile = profileOf(id, 1)
    expect(profile.signerRole).toBe(signer)
    expect(profile.answering).toMatchObject({ joint, organisation })
    expect(profile.clearanceChain.flat()).not.toContain(signer)
  })

  it('print a matter of a higher organ as D in Chongqing and as C elsewhere', () => {
    expect(outcomeMark(profileOf('CQ-NPC-2018', 1), 'superior_authority')).toBe('D类')
    expect(outcomeMark(profileOf('ZJ-NPC-2016', 1), 'superior_authority')).toBe('C类')
  })
})

describe('amounts that differ', () => {
  const reply = (id: string, item: Item) => shown(profileFor(profileOf(id, 1), item).deadlines.reply)

  it.each([
    ['SC-GOV-2024', { track: 'npc', sessionKind: 'plenary' }, '3mo ≤6 @assigned'],
    ['SC-GOV-2024', { track: 'cppcc', sessionKind: 'plenary' }, '5mo ≤6 @assigned'],
    ['SC-GOV-2024', { track: 'cppcc', sessionKind: 'off_session' }, '3mo ≤6 @assigned'],
    ['CITY-X', { track: 'npc', sessionKind: 'plenary', region: '市' }, '06-30 @assigned'],
    ['CITY-X', { track: 'npc', sessionKind: 'plenary', region: '省' }, '04-16 @assigned'],
    ['CITY-X', { track: 'cppcc', sessionKind: 'plenary', sponsorKind: 'organisation', region: '市' }, '05-10 @assigned'],
    ['CITY-X', { track: 'cppcc', sessionKind: 'plenary', sponsorKind: 'joint', region: '市' }, '06-30 @assigned'],
    ['CITY-X', { track: 'cppcc', sessionKind: 'off_session', sponsorKind: 'organisation', region: '市' }, '3mo @assigned'],
  ] as const)('%s for %o: %s', (id, item, expected) => expect(reply(id, item)).toBe(expected)) // prettier-ignore

  it('keep to the ordinary rule while what they depend on is not known', () => {
    expect(reply('SC-GOV-2024', {})).toBe('3mo ≤6 @assigned')
    expect(reply('SC-GOV-2024', { track: 'cppcc' })).toBe('3mo ≤6 @assigned')
  })

  it('bring their own citation', () => {
    const item = { track: 'cppcc', sessionKind: 'plenary' } as const
    expect(citationWords(profileFor(profileOf('SC-GOV-2024', 1), item).deadlines.reply.citation)).toContain(
      '五个月',
    )
  })
})
