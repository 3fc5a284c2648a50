import { getSchema } from '@tiptap/core'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { docFromPlainText, parseRichDoc } from '~/domain/drafting/rich-text'
import { signOffPlaceholder } from '~/domain/drafting/sign-off-sentence'
import { extensions } from '~/ui/editor/extensions'
import { htmlOfText, sliceOfText } from '~/ui/editor/paste'

const schema = getSchema(extensions)

describe('the editor', () => {
  it('knows exactly the nodes of the rich text, and no marks', () => {
    expect(Object.keys(schema.nodes).toSorted()).toEqual([
      'doc',
      'hardBreak',
      'heading',
      'paragraph',
      'signOff',
      'text',
    ])
    expect(Object.keys(schema.marks)).toEqual([])
    expect(Object.keys(schema.nodes['heading']?.spec.attrs ?? {})).toEqual(['level'])
    expect(Object.keys(schema.nodes['paragraph']?.spec.attrs ?? {})).toEqual([])
    expect(Object.keys(schema.nodes['signOff']?.spec.attrs ?? {})).toEqual([])
  })

  it('gives back every document the rules accept as it got it', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('一、情况', '（二）打算。再说。', `好${signOffPlaceholder}。`),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const doc = docFromPlainText(lines.join('\n'))
        const node = schema.nodeFromJSON(doc)
        node.check()
        expect(parseRichDoc(JSON.parse(JSON.stringify(node.toJSON())))).toEqual({ doc })
      }),
    )
  })
})

describe('what is pasted', () => {
  it('comes in as paragraphs, headings and the sign-off field, joined to the line it is pasted into', () => {
    const slice = sliceOfText(schema, '一、情况\r\n（一）标题。正文\n感谢。此复函已经贺云章局长审签。')
    expect([slice.openStart, slice.openEnd]).toEqual([1, 1])
    const blocks = slice.content.content
    expect(blocks.map((block) => [block.type.name, block.attrs['level'] ?? 0])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['paragraph', 0],
    ])
    expect(blocks[2]?.content.content.map((node) => node.type.name)).toEqual(['text', 'signOff', 'text'])
  })

  it('cannot bring a tag of its own', () => {
    expect(htmlOfText('<img src=x onerror=alert(1)>&\n（一）标题')).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt;&amp;</p><h2>（一）标题</h2>',
    )
  })
})
