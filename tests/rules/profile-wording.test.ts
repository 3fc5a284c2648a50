import { describe, expect, it } from 'vitest'
import { chineseNumber, meetingPhrase, termAndSession } from '~/domain/deadlines/meeting-words'
import { fill, placeholdersIn } from '~/domain/deadlines/pattern'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import { findSignOff } from '~/domain/drafting/sign-off-sentence'

const { wording } = statutoryDefault

describe('fill', () => {
  it('fills the placeholders', () => {
    expect(fill(wording.docNumber, { code: '云科局函', year: 2026, seq: 8 })).toBe('云科局函〔2026〕8号')
  })

  it('refuses a placeholder without a value', () => {
    expect(() => fill('{code}〔{year}〕', { code: '云科局函' })).toThrow('{year}')
  })

  it('refuses names that every object inherits', () => {
    expect(() => fill('{toString}', {})).toThrow('{toString}')
  })

  it.each(['{code', 'code}', '{{code}}'])('refuses the stray brace of %s', (pattern) => {
    expect(() => fill(pattern, { code: 'x' })).toThrow(RangeError)
  })

  it('puts values in as they are: braces and dollar signs in a subject are text', () => {
    expect(fill('《{subject}》', { subject: '{code} $& $1' })).toBe('《{code} $& $1》')
  })

  it('lists what a pattern asks for', () => {
    expect(placeholdersIn(wording.docNumber)).toEqual(['code', 'year', 'seq'])
  })
})

describe('the wording of a letter', () => {
  const meeting = meetingPhrase({ placePrefix: '市', track: 'cppcc', term: 5, session: 5 })

  it('makes the title of each track', () => {
    const values = { issuer: '云汀市科学技术局', meeting, officialNo: '0098' }
    expect(fill(wording.title.cppcc, values)).toBe('云汀市科学技术局关于市政协五届五次会议第0098号提案的复函')
    expect(fill(wording.title.npc, { ...values, meeting: '市五届人大三次会议' })).toBe(
      '云汀市科学技术局关于市五届人大三次会议第0098号建议的复函',
    )
  })

  it('greets persons, several persons and organisations', () => {
    const { salutation, honorific } = wording
    expect(fill(salutation.individual, { name: '陆青', honorific: honorific.cppcc })).toBe('陆青委员：')
    expect(fill(salutation.joint, { name: '陆青', count: 3, honorific: honorific.npc })).toBe(
      '陆青等3位代表：',
    )
    expect(fill(salutation.organisation, { name: '某党派市委会' })).toBe('某党派市委会：')
  })

  it('writes a sign-off sentence that the editor recognises whole', () => {
    const line = fill(wording.signOff.npc, {
      bureauShort: '市科技局',
      signerName: '贺云章',
      signerTitle: '局长',
    })
    expect(line).toBe('此复函已经市科技局贺云章局长审签')
    expect(findSignOff(line)).toEqual({ start: 0, end: line.length })
  })
})

describe('meetings', () => {
  it.each([[1, '一'], [10, '十'], [12, '十二'], [20, '二十'], [21, '二十一'], [99, '九十九']])('count %i as %s', (n, words) => {
    expect(chineseNumber(n)).toBe(words)
  }) // prettier-ignore

  it.each([0, 100, 1.5, -1])('have no number %d', (n) => {
    expect(() => chineseNumber(n)).toThrow(RangeError)
  })

  it('name term and session', () => {
    expect([termAndSession(5, 5), termAndSession(12, 5), termAndSession(20, 11)]).toEqual([
      '五届五次',
      '十二届五次',
      '二十届十一次',
    ])
  })

  it('are named as titles name them', () => {
    expect(meetingPhrase({ placePrefix: '市', track: 'cppcc', term: 5, session: 5 })).toBe(
      '市政协五届五次会议',
    )
    expect(meetingPhrase({ placePrefix: '市', track: 'npc', term: 5, session: 3 })).toBe('市五届人大三次会议')
    expect(meetingPhrase({ placePrefix: '省', track: 'npc', term: 13, session: 3 })).toBe(
      '省十三届人大三次会议',
    )
  })
})
