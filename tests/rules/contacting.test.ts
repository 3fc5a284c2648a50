import { describe, expect, it } from 'vitest'
import { citationWords } from '~/domain/deadlines/citation-words'
import { profileOf } from '~/domain/deadlines/profiles'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import type { Facts } from '~/domain/proposal/facts'
import {
  contactingOf,
  contactingWords,
  counts,
  missingContacts,
  type Contacting,
  type LoggedContact,
} from '~/domain/proposal/contacting'
import { reasonsAgainst } from '~/domain/proposal/refusal'
import { facts, person } from '../support/facts'

const own: Contacting = {
  beforeReply: 1,
  phases: [],
  channels: null,
  noneWishedCounts: true,
  citation: { practice: true, note: 'x' },
}
const threeMeetings: Contacting = { ...own, phases: ['before', 'during', 'after'] }
const contact = (over: Partial<LoggedContact> = {}): LoggedContact => ({
  phase: 'during',
  channel: 'phone',
  heldOn: '2026-03-18',
  ...over,
})
const before = contact({ phase: 'before' })
const after = contact({ phase: 'after' })

describe('what contact is still missing', () => {
  it('by law alone: one before the reply, in any way', () => {
    const law = contactingOf(statutoryDefault)
    expect(missingContacts(law, [], 'reply')).toEqual(['答复前的沟通还差 1 次'])
    for (const channel of ['visit', 'meeting', 'phone', 'written', 'email', 'other'] as const)
      expect(missingContacts(law, [contact({ channel })], 'reply'), channel).toEqual([])
    expect(missingContacts(law, [], 'closing')).toEqual([])
  })

  it('one after the reply is none before it', () =>
    expect(missingContacts(own, [after], 'reply')).toEqual(['答复前的沟通还差 1 次']))

  it('三见面: before and during until the reply, after it until closing', () => {
    expect(missingContacts(threeMeetings, [], 'reply')).toEqual(['办前沟通', '办中沟通'])
    expect(missingContacts(threeMeetings, [before], 'reply')).toEqual(['办中沟通'])
    expect(missingContacts(threeMeetings, [before, contact()], 'reply')).toEqual([])
    expect(missingContacts(threeMeetings, [before, contact()], 'closing')).toEqual(['办后沟通'])
    expect(missingContacts(threeMeetings, [before, contact(), after], 'closing')).toEqual([])
  })

  it('a number of contacts is counted', () => {
    const two = { ...own, beforeReply: 2 }
    expect(missingContacts(two, [before], 'reply')).toEqual(['答复前的沟通还差 1 次'])
    expect(missingContacts(two, [before, contact()], 'reply')).toEqual([])
  })

  it('a way that does not count is no contact, and the ways that do are named', () => {
    const meeting: Contacting = { ...own, channels: ['visit', 'meeting'] }
    expect(missingContacts(meeting, [contact()], 'reply')).toEqual([
      '答复前的沟通还差 1 次（走访、座谈才算）',
    ])
    expect(missingContacts(meeting, [contact({ channel: 'visit' })], 'reply')).toEqual([])
  })

  it('a recorded wish for none stands for all of it, where the profile lets it', () => {
    const wish = contact({ channel: 'none_wished' })
    expect(missingContacts(threeMeetings, [wish], 'reply')).toEqual([])
    expect(missingContacts(threeMeetings, [wish], 'closing')).toEqual([])
    expect(missingContacts({ ...own, noneWishedCounts: false }, [wish], 'reply')).toHaveLength(1)
    expect(counts({ ...own, noneWishedCounts: false }, wish)).toBe(false)
  })

  it('a profile written before this was part of one wants the one contact', () =>
    expect(missingContacts(contactingOf({}), [], 'reply')).toHaveLength(1))
})

describe('a place’s rule', () => {
  it.each([
    ['CN-LAW-2025', '第五十一条', null],
    ['CQ-NPC-2018', '重庆市', null],
    ['ZJ-NPC-2016', '浙江省', ['meeting', 'visit', 'phone', 'email']],
    ['GUIZ-2025', '黔府办函〔2025〕12号', null],
    ['CHONGYI-CPPCC', '崇义', ['visit', 'meeting']],
  ] as const)('%s cites its source', (id, source, channels) => {
    const rule = contactingOf(profileOf(id, 1))
    expect(citationWords(rule.citation)).toContain(source)
    expect([rule.beforeReply, rule.channels]).toEqual([1, channels])
  })

  it('stands in a sentence', () =>
    expect(contactingWords(threeMeetings)).toBe(
      '答复前至少沟通 1 次；办前、办中、办后各至少一次；代表委员表示不需要的，记录后可免',
    ))
})

describe('the guards', () => {
  const profile = { ...statutoryDefault, contacting: threeMeetings }
  const codes = (event: 'submit_for_clearance' | 'close', f: Facts) =>
    reasonsAgainst(event, f).map((r) => r.code)

  it('ask the profile before clearance, and say what is missing', () => {
    const f = facts(person('handler'), { profile, contacts: [before] })
    expect(codes('submit_for_clearance', f)).toEqual(['CONTACT_LOGGED'])
    expect(reasonsAgainst('submit_for_clearance', f)[0]?.message).toBe('与代表委员的沟通还差：办中沟通。')
  })

  it('and before closing', () => {
    const replied = (contacts: LoggedContact[]) =>
      facts(person('coordinator'), { profile, contacts, proposal: { state: 'replied' } })
    expect(codes('close', replied([before, contact()]))).toContain('CONTACTED_AFTERWARDS')
    expect(codes('close', replied([before, contact(), after]))).not.toContain('CONTACTED_AFTERWARDS')
  })
})
