import * as fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { linesOfParagraph } from '~/ui/letter/line-breaks'
import type { LetterText } from '~/ui/letter/letter-text'
import { pagesOf } from '~/ui/letter/pages'
import { PaperLetter } from '~/ui/letter/paper-letter'
import { ReadingLetter } from '~/ui/letter/reading-letter'

const letter: LetterText = {
  issuer: '云汀市科学技术局',
  docNo: '云科局函〔2014〕126号',
  title: '云汀市科学技术局关于 市政协七届四次会议第0098号提案的复函',
  outcomeMark: 'B类',
  openness: null,
  salutation: '段长风委员：',
  body: [
    { level: 0, text: '您的提案收悉。现答复如下：' },
    { level: 1, text: '一、工作情况' },
    { level: 2, text: '（一）队伍稳定。全市现有特派员312名。' },
    { level: 0, text: '感谢支持。【审签后生成】。' },
  ],
  attachments: ['名单'],
  signatory: '云汀市科学技术局',
  date: '2014-10-09',
  sealed: true,
  contact: '联系人：沈知白，电话：0000-61208812',
  cc: ['市政府办公厅', '市政协提案委'],
  printed: null,
}

const words = (markup: string) =>
  markup
    .replaceAll(/<br\/>|<wbr\/>/g, '')
    .replaceAll(/<[^>]+>/g, '|')
    .split(/\|+/)
const paper = (of: LetterText) => renderToStaticMarkup(<PaperLetter letter={of} />)
const reading = (of: LetterText) => renderToStaticMarkup(<ReadingLetter letter={of} />)

describe.each([
  ['on paper', paper],
  ['for reading', reading],
])('a letter drawn %s', (_, draw) => {
  it('says its parts once and in order', () => {
    const said = words(draw(letter))
    const parts = ['云科局函〔2014〕126号', 'B类', '段长风委员：', '一、工作情况', '（一）队伍稳定。', '附件：名单', '2014年10月9日', '（联系人：沈知白，电话：0000-61208812）', '抄送：市政府办公厅，市政协提案委。'] // prettier-ignore
    const places = parts.map((part) => said.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    for (const part of parts) expect(said.filter((word) => word === part)).toHaveLength(1)
  })

  it('puts 楷体 on a second-level heading up to its first 。 only', () => {
    expect(draw(letter)).toContain('<span class="kai">（一）队伍稳定。</span>全市现有特派员312名。')
  })

  it('before the signature has no number and no date, and shows what will be written', () => {
    const said = words(draw({ ...letter, docNo: null, date: null }))
    expect(said).toContain('发文字号印发时编')
    expect(said).toContain('成文日期签发时定')
    expect(said).toContain('【审签后生成】')
  })

  it('shows hostile text as text', () => {
    const markup = draw({ ...letter, salutation: '</p><script>alert(1)</script>委员：' })
    expect(markup).not.toContain('<script')
    expect(markup).not.toMatch(/ style=/)
  })
})

describe('the pages of a letter', () => {
  it('carry every character of the body once, whatever its length', () => {
    const paragraph = fc.record({
      level: fc.constantFrom(0 as const, 1 as const, 2 as const),
      text: fc.string({ unit: fc.constantFrom('科', '技', '，', '。', '（', '）', '2', 'A', ' '), minLength: 1, maxLength: 900 }), // prettier-ignore
    })
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 12 }), (body) => {
        const pages = pagesOf({ ...letter, body })
        const set = pages.flatMap((page) => page.parts.map((part) => part.text)).join('')
        expect(set).toBe(body.map((part) => part.text).join(''))
        for (const { parts } of pages)
          for (const part of parts) if (part.cutAfter) expect(part.cutAfter.join('')).toBe(part.text)
        expect(pages.filter((page) => page.hasSign)).toHaveLength(1)
        expect(pages.findIndex((page) => page.hasHead)).toBe(0)
      }),
    )
  })

  it('turn after 22 lines, 15 on the first under a title of two lines', () => {
    const body = Array.from({ length: 40 }, () => ({ level: 0 as const, text: '一行' }))
    const pages = pagesOf({ ...letter, body })
    expect(pages.map((page) => page.parts.length)).toEqual([14, 22, 4])
  })

  it('has 28 squares a line, 26 after the indent, and starts no line with a closing mark', () => {
    expect(linesOfParagraph('字'.repeat(60), 2).map((line) => line.length)).toEqual([26, 28, 6])
    expect(linesOfParagraph(`${'字'.repeat(26)}。${'字'.repeat(5)}`, 2)[0]).toHaveLength(25)
    expect(linesOfParagraph(`${'字'.repeat(25)}《书》`, 2)[0]).toHaveLength(25)
    expect(linesOfParagraph(`${'字'.repeat(25)}2014年`, 2)).toEqual(['字'.repeat(25), '2014年'])
  })
})
