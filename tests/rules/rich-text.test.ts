import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bodyParagraphs,
  canonicalDoc,
  docFromPlainText,
  hasSignOff,
  isEmptyDoc,
  maxBlocks,
  parsePlainText,
  parseRichDoc,
  parseRichText,
  plainTextOfDoc,
  typedSignOffClaims,
  type RichDoc,
} from '~/domain/drafting/rich-text'
import { signOffPlaceholder } from '~/domain/drafting/sign-off-sentence'

const paragraph = (...texts: string[]) => ({
  type: 'paragraph',
  content: texts.map((text) => ({ type: 'text', text })),
})
const docOf = (...content: unknown[]) => ({ type: 'doc', content })

function accepted(input: unknown): RichDoc {
  const parsed = parseRichDoc(input)
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.doc
}

describe('a reply’s text as lines', () => {
  it('makes headings of 一、 and （一）, also where the second runs into its text', () => {
    const doc = docFromPlainText(
      '一、工作情况\n（一）队伍稳定。全市现有特派员312名。\n(二)制度健全。\n二是不算标题',
    )
    expect(bodyParagraphs(doc, '')).toEqual([
      { level: 1, text: '一、工作情况' },
      { level: 2, text: '（一）队伍稳定。全市现有特派员312名。' },
      { level: 2, text: '(二)制度健全。' },
      { level: 0, text: '二是不算标题' },
    ])
  })

  it('drops the indent, empty lines and hidden characters of what was pasted', () => {
    const doc = docFromPlainText('　　您提出的\u202E建议\u0000收悉。\r\n\r\n\u200E\n  感谢支持。  ')
    expect(plainTextOfDoc(doc)).toBe('您提出的建议收悉。\n感谢支持。')
  })

  it.each([
    '此复函已经市科技局贺云章局长审签',
    '此答复函已经贺云章局长审签',
    '此答复已经贺云章副局长审签',
    signOffPlaceholder,
  ])('turns “%s” into the field the signature fills and keeps the text around it', (sentence) => {
    const doc = docFromPlainText(`感谢支持。${sentence}。您有何意见，请反馈。`)
    expect(hasSignOff(doc)).toBe(true)
    expect(bodyParagraphs(doc, '（句）')).toEqual([
      { level: 0, text: '感谢支持。（句）。您有何意见，请反馈。' },
    ])
    expect(typedSignOffClaims(doc)).toEqual([])
  })

  it('takes one sign-off sentence only; the second stays text and is reported', () => {
    const doc = docFromPlainText('此复函已经甲某某局长审签。\n此复函已经乙某某局长审签。')
    expect(typedSignOffClaims(doc)).toEqual(['此复函已经乙某某局长审签'])
  })

  it('is empty when no line says anything', () => {
    expect(isEmptyDoc(docFromPlainText('  \n\u3000\n'))).toBe(true)
    expect(isEmptyDoc(docFromPlainText('一'))).toBe(false)
  })

  it('comes back the same after a round through the text field', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('一、情况', '（三）打算。再说。', `好。${signOffPlaceholder}。完`, '十一、附则'),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const doc = docFromPlainText(lines.join('\n'))
        expect(parseRichDoc(doc)).toEqual({ doc })
        expect(docFromPlainText(plainTextOfDoc(doc))).toEqual(doc)
      }),
    )
  })
})

describe('a document from the browser', () => {
  it('is accepted as the editor writes it', () => {
    const doc = accepted(
      docOf(
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '一、情况' }] },
        { type: 'paragraph' },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: '前' }, { type: 'hardBreak' }, { type: 'signOff' }],
        },
      ),
    )
    expect(bodyParagraphs(doc, '句')).toEqual([
      { level: 1, text: '一、情况' },
      { level: 0, text: '前' },
      { level: 0, text: '句' },
    ])
  })

  it.each([
    ['an unknown node', docOf({ type: 'image', attrs: { src: 'x' } })],
    ['an unknown node inside a paragraph', docOf({ type: 'paragraph', content: [{ type: 'iframe' }] })],
    ['an unknown attribute', docOf({ type: 'paragraph', attrs: { style: 'color:red' } })],
    ['a third level of heading', docOf({ type: 'heading', attrs: { level: 3 } })],
    ['a level that is text', docOf({ type: 'heading', attrs: { level: '1' } })],
    [
      'a javascript link',
      docOf({
        type: 'paragraph',
        content: [
          { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
        ],
      }),
    ],
    [
      'a sign-off that brings its own words',
      docOf({ type: 'paragraph', content: [{ type: 'signOff', text: '我' }] }),
    ],
    ['a paragraph in a paragraph', docOf({ type: 'paragraph', content: [paragraph('x')] })],
    ['NUL', docOf(paragraph('a\u0000b'))],
    ['a direction mark', docOf(paragraph('a\u202Eb'))],
    ['half of a surrogate pair', docOf(paragraph('a\uD800b'))],
    ['a line separator', docOf(paragraph('a\u2028b'))],
    ['an empty text node', docOf(paragraph(''))],
    ['no blocks', docOf()],
    ['an array', [docOf(paragraph('x'))]],
    ['nothing', null],
  ])('is refused with a sentence for %s', (_, input) => {
    expect(parseRichDoc(input)).toEqual({ problem: expect.stringContaining('没有保存') as string })
  })

  it('names the paragraph that is in the way', () => {
    expect(parseRichDoc(docOf(paragraph('好'), paragraph('\u0000')))).toEqual({
      problem: '第 2 段含有看不见的控制字符，没有保存。请删去后重试',
    })
  })

  it('is refused for a second sign-off, more than 2,000 paragraphs or too many characters', () => {
    const signOff = { type: 'paragraph', content: [{ type: 'signOff' }] }
    expect(parseRichDoc(docOf(signOff, signOff))).toHaveProperty('problem', '审签语只能有一处，请删去多余的')
    const many = Array.from({ length: maxBlocks + 1 }, () => paragraph('x'))
    expect(parseRichDoc(docOf(...many))).toHaveProperty('problem', '正文有 2001 段，最多 2000 段')
    expect('doc' in parseRichDoc(docOf(...many.slice(1)))).toBe(true)
    const long = Array.from({ length: 11 }, () => paragraph('长'.repeat(20_000)))
    expect(parseRichDoc(docOf(...long))).toHaveProperty('problem', '正文太长，最多 200000 字')
    expect(parsePlainText('长'.repeat(10_000_000))).toHaveProperty(
      'problem',
      '第 1 段太长，没有保存。请分成几段',
    )
  })

  it('is refused when it is nested a hundred thousand deep, without running out of stack', () => {
    const depth = 100_000
    const json = '{"type":"doc","content":['.repeat(depth) + ']}'.repeat(depth)
    expect(parseRichText(json)).toHaveProperty('problem')
    expect(parseRichText('{"type":"doc"')).toHaveProperty(
      'problem',
      '正文没有完整送达，没有保存。请再提交一次',
    )
  })

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (input) => {
        const parsed = parseRichDoc(input)
        expect('doc' in parsed !== 'problem' in parsed).toBe(true)
      }),
    )
  })
})

describe('what claims a signature', () => {
  it.each([
    '此复函已经市科技局贺云章局长审签',
    '此 复 函 已 经\u200B贺云章局长审 签',
    '此函已经贺云章同志审签',
    '此答复已经贺云章调研员审签',
  ])('is found in “%s” left as text, also when cut into several nodes', (sentence) => {
    const half = Math.floor(sentence.length / 2)
    const doc = accepted(docOf(paragraph('好。', sentence.slice(0, half), sentence.slice(half), '。')))
    expect(typedSignOffClaims(doc)).toHaveLength(1)
  })

  it('is not seen in ordinary sentences', () => {
    const doc = docFromPlainText('此前，市科技局已经印发管理办法。\n此项工作已经完成。待审签后印发。')
    expect(typedSignOffClaims(doc)).toEqual([])
  })
})

describe('the text that is hashed', () => {
  it('is the same however the editor cuts its text nodes and orders its keys', () => {
    const whole = accepted(docOf(paragraph('甲乙丙')))
    const cut = accepted({ content: [{ content: [{ text: '甲', type: 'text' }, { type: 'text', text: '乙丙' }], type: 'paragraph' }], type: 'doc' }) // prettier-ignore
    expect(canonicalDoc(cut)).toBe(canonicalDoc(whole))
    expect(canonicalDoc(accepted(docOf({ type: 'paragraph', content: [] })))).toBe(
      canonicalDoc(accepted(docOf({ type: 'paragraph' }))),
    )
  })

  it('differs for every change of a character, a level, a break or the sign-off', () => {
    const docs = [
      docOf(paragraph('甲乙')),
      docOf(paragraph('甲 乙')),
      docOf(paragraph('甲'), paragraph('乙')),
      docOf({ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '甲乙' }] }),
      docOf({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '甲乙' }] }),
      docOf({ type: 'paragraph', content: [{ type: 'text', text: '甲' }, { type: 'hardBreak' }, { type: 'text', text: '乙' }] }), // prettier-ignore
      docOf({ type: 'paragraph', content: [{ type: 'text', text: '甲乙' }, { type: 'signOff' }] }),
      docOf(paragraph(`甲乙${signOffPlaceholder}`)),
      docOf(paragraph('甲乙{"f":"signOff"}')),
    ]
    expect(new Set(docs.map((doc) => canonicalDoc(accepted(doc)))).size).toBe(docs.length)
  })
})
