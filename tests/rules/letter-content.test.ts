import { describe, expect, test } from 'vitest'
import { letterText, parseLetterContent } from '~/domain/reply/letter-content'
import { demoLetter } from '../support/demo-letter'

const fieldsRefused = (change: Record<string, unknown>) => {
  const parsed = parseLetterContent({ ...demoLetter, ...change })
  return parsed.ok ? [] : parsed.problems.map((problem) => problem.field)
}

describe('the letter as the command takes it', () => {
  test('a whole letter is taken as it is', () => {
    expect(parseLetterContent(demoLetter)).toEqual({ ok: true, letter: demoLetter })
  })

  test('what may be null may be absent', () => {
    const { docNo, outcomeMark, openness, contact, printed, ...rest } = demoLetter
    expect([docNo, outcomeMark, openness, contact, printed]).not.toContain(null)
    expect(parseLetterContent(rest).ok).toBe(true)
    expect(parseLetterContent({ ...rest, docNo: null, contact: null, printed: null }).ok).toBe(true)
  })

  test.each([
    ['an unknown field', { colour: 'red' }, ['colour']],
    [
      'an unknown field inside',
      { printed: { by: '办公室', date: '2026-05-11', copies: 5 } },
      ['printed.copies'],
    ],
    ['a day that no calendar has', { date: '2022-02-30' }, ['date']],
    ['a day written otherwise', { date: '2022-5-20' }, ['date']],
    ['a print day that no calendar has', { printed: { by: '办公室', date: '2023-02-29' } }, ['printed.date']],
    ['an empty body', { body: [] }, ['body']],
    ['a blank paragraph', { body: [{ level: 0, text: ' \u3000' }] }, ['body[0].text']],
    ['a level beyond four', { body: [{ level: 5, text: '甲' }] }, ['body[0].level']],
    ['a missing title', { title: undefined }, ['title']],
    ['an empty document number', { docNo: '' }, ['docNo']],
    ['another layout', { layout: 'poster' }, ['layout']],
    ['NUL', { issuer: '云汀\u0000市' }, ['issuer']],
    ['a line break in a paragraph', { body: [{ level: 0, text: '甲\n乙' }] }, ['body[0].text']],
    ['half of a surrogate pair', { title: '甲\uD83D' }, ['title']],
  ])('refuses %s and names the field', (_, change, fields) => {
    expect(fieldsRefused(change)).toEqual(fields)
  })

  test.each(['\u202A', '\u202E', '\u2066', '\u2069', '\u200E', '\u200F', '\u0007', '\uFFFE'])(
    'refuses the unseen character %j in a name',
    (character) => {
      expect(fieldsRefused({ signatory: `云汀市${character}科学技术局` })).toEqual(['signatory'])
      expect(fieldsRefused({ cc: ['市政府办公室', `市${character}政协`] })).toEqual(['cc[1]'])
    },
  )

  test('refuses what is no object at all', () => {
    for (const input of [null, [], 'letter', 7]) expect(parseLetterContent(input).ok).toBe(false)
  })

  test('a line break in the title is a space where its lines may part', () => {
    const parsed = parseLetterContent({ ...demoLetter, title: '云汀市科学技术局关于\n第0118号提案的复函' })
    expect(parsed.ok && parsed.letter.title).toBe('云汀市科学技术局关于 第0118号提案的复函')
  })
})

describe('the letter in plain words', () => {
  test('says each part once, in the order of reading', () => {
    expect(letterText(demoLetter)).toEqual([
      '云科局函〔2026〕17号',
      'A类',
      '公开属性：主动公开',
      demoLetter.title,
      '林晓舟委员：',
      ...demoLetter.body.map((part) => part.text),
      '附件：1.中试平台名录',
      '2.征询意见表',
      '云汀市科学技术局',
      '2026年5月9日',
      '（联系人：周岚，电话：0500-88001234）',
      '抄送：市政府办公室，市政协提案委。',
      '云汀市科学技术局办公室\t2026年5月11日印发',
    ])
  })

  test('a single attachment has no number, and what is not there leaves no trace', () => {
    const { docNo, outcomeMark, openness, contact, printed, ...rest } = demoLetter
    const gone = [docNo, outcomeMark, openness, contact, printed?.by]
    const words = letterText({ ...rest, attachments: ['征询意见表'], cc: [] })
    expect(words).toContain('附件：征询意见表')
    expect(words.at(-1)).toBe('2026年5月9日')
    expect(gone.filter((part) => words.some((said) => said.includes(part ?? '')))).toEqual([])
  })

  test('brackets around the contact are not doubled', () => {
    expect(letterText({ ...demoLetter, contact: '（联系人：周岚）' })).toContain('（联系人：周岚）')
  })
})
