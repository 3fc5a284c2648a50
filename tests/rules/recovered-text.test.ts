import { expect, it } from 'vitest'
import { recoveredText } from '~/domain/drafting/recovered-text'
import { parseRichText } from '~/domain/drafting/rich-text'

const docOf = (...content: unknown[]) => JSON.stringify({ type: 'doc', content })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const text = (words: string) => ({ type: 'text', text: words })

it('gives back the words of a document that is refused for what else stands in it', () => {
  const linked = {
    ...text('一份链接'),
    marks: [{ type: 'link', attrs: { href: 'https://elsewhere.example' } }],
  }
  const refused = docOf(
    paragraph(text('第一段')),
    { type: 'image' },
    paragraph(linked, { type: 'hardBreak' }, text('下一行')),
  )
  expect(parseRichText(refused)).toHaveProperty('problem')
  expect(recoveredText(refused)).toBe('第一段\n\n一份链接\n下一行')
})

it('gives back a paragraph too long to save, and both of two sign-offs', () => {
  const long = '长'.repeat(20_001)
  const refused = docOf(paragraph(text(long)), paragraph({ type: 'signOff' }), paragraph({ type: 'signOff' }))
  expect(parseRichText(refused)).toHaveProperty('problem')
  expect(recoveredText(refused)).toBe(`${long}\n【审签后生成】\n【审签后生成】`)
})

it('finds nothing in what is no document', () => {
  for (const json of ['', '{', 'null', '[]', '{"content":"x"}']) expect(recoveredText(json)).toBeNull()
})
