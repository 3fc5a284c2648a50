import { describe, expect, test } from 'vitest'
import { renderReplyLetter } from '~/documents/reply-letter/render-reply-letter'
import type { LetterContent } from '~/domain/reply/letter-content'
import { demoLetter } from '../support/demo-letter'
import { paragraphsOf, partOf, styleOf, textOf } from '../support/read-docx'
import { numberIn, paragraphSaying, styleIdOf, styleSaying } from '../support/read-letter'

const docx = await renderReplyLetter(demoLetter)
const documentXml = partOf(docx, 'word/document.xml')

const unsealed = async (change: Partial<LetterContent>) => {
  const xml = partOf(
    await renderReplyLetter({ ...demoLetter, sealed: false, ...change }),
    'word/document.xml',
  )
  const name =
    paragraphsOf(xml)
      .filter((p) => textOf(p) === (change.signatory ?? demoLetter.signatory))
      .at(-1) ?? ''
  return { name, date: paragraphSaying(xml.slice(xml.indexOf(name) + name.length), '月') }
}

describe('text and signature (7.3)', () => {
  test('the title stands two lines under the number, the salutation one under the title', () => {
    expect(numberIn(styleSaying(docx, demoLetter.salutation), 'w:before')).toBe(579)
    expect(numberIn(paragraphSaying(documentXml, demoLetter.title), 'w:before')).toBe(579)
  })

  test('without marks above it the title keeps its two lines', async () => {
    const { outcomeMark, openness, ...plain } = demoLetter
    const xml = partOf(await renderReplyLetter(plain), 'word/document.xml')
    expect(numberIn(paragraphSaying(xml, demoLetter.title), 'w:before')).toBe(1158)
    expect([outcomeMark, openness].some((mark) => xml.includes(String(mark)))).toBe(false)
  })

  test('paragraphs begin two characters in', () => {
    for (const text of ['您提出的', '一、工作开展情况', '（一）完善', '（联系人'])
      expect(styleSaying(docx, text)).toContain('<w:ind w:firstLineChars="200" w:firstLine="640"/>')
    expect(styleSaying(docx, demoLetter.salutation)).not.toContain('firstLine')
  })

  test('with a seal the name is centred on the date, which ends four characters before the edge', () => {
    const [name, date] = [
      paragraphSaying(documentXml, '2026年5月9日'),
      paragraphsOf(documentXml).find((p) => textOf(p) === demoLetter.signatory),
    ]
    const left = numberIn(name, 'w:left')
    expect(numberIn(date ?? '', 'w:left')).toBe(left)
    for (const line of [name, date]) expect(line).toContain('<w:jc w:val="center"/>')
    const dateWidth = 6 * 155 + 3 * 315
    expect(8844 - (8844 - left) / 2 + dateWidth / 2).toBeCloseTo(8844 - 4 * 320, -1)
    expect(numberIn(date ?? '', 'w:before')).toBe(2 * 579)
  })

  test('without a seal the name ends two characters before the edge, the date begins two after the name', async () => {
    const { name, date } = await unsealed({})
    expect(numberIn(name, 'w:left') + 8 * 315).toBe(8844 - 640)
    expect(numberIn(date, 'w:left') - numberIn(name, 'w:left')).toBe(640)
    expect(numberIn(name, 'w:before')).toBe(579)
  })

  test('a date longer than the name keeps its own two characters from the edge', async () => {
    const { name, date } = await unsealed({ signatory: '云科局', date: '2026-11-30' })
    expect(numberIn(date, 'w:left') + 8 * 155 + 3 * 315).toBe(8844 - 640)
    expect(numberIn(date, 'w:left') - numberIn(name, 'w:left')).toBe(640)
  })

  test('at least two lines of the text go with the signature to its page', async () => {
    const short = { level: 0, text: '特此函复。' } as const
    const xml = partOf(
      await renderReplyLetter({ ...demoLetter, body: [...demoLetter.body, short, short] }),
      'word/document.xml',
    )
    const paragraphs = paragraphsOf(xml)
    const name = paragraphs.findIndex((paragraph) => textOf(paragraph) === demoLetter.signatory)
    const chain = paragraphs.slice(name - 4, name + 1)
    for (const paragraph of chain)
      expect(`${paragraph}${styleOf(docx, styleIdOf(paragraph))}`).toContain('<w:keepNext/>')
    expect(chain.filter((paragraph) => textOf(paragraph) === short.text).length).toBe(2)
  })

  test('the second attachment stands under the first, names under names', () => {
    const [first, second] = [
      paragraphSaying(documentXml, '附件：'),
      paragraphSaying(documentXml, '2.征询意见表'),
    ]
    expect(numberIn(first, 'w:before')).toBe(579)
    expect(numberIn(first, 'w:left')).toBe(numberIn(second, 'w:left'))
    expect(numberIn(first, 'w:left') - numberIn(first, 'w:hanging')).toBe(630)
    expect(numberIn(second, 'w:left') - numberIn(second, 'w:hanging')).toBe(1575)
  })
})
