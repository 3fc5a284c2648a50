import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { linesOfText, plainTextOfHtml } from '~/domain/drafting/plain-text'
import { bodyParagraphs, docFromPlainText, typedSignOffClaims } from '~/domain/drafting/rich-text'

const lines = (html: string) => linesOfText(plainTextOfHtml(html))

describe('pasted HTML', () => {
  it('becomes one line a block and loses every tag, script, style and comment', () => {
    const html = `<html><head><title>x</title><style>p{color:red}</style></head><body><!--StartFragment-->
      <p class=MsoNormal style='text-indent:32pt'><span>一、情况</span></p><script>alert(1)</script>
      <div onclick="evil()">甲<b>乙</b><a href="javascript:alert(1)">丙</a><br>丁</div><img src=x onerror=alert(1)></body></html>`
    expect(lines(html)).toEqual(['一、情况', '甲乙丙', '丁'])
  })

  it('joins Chinese that Word wrapped in its source, and keeps the space between Latin words', () => {
    expect(lines('<p>科技成\n   果转化</p><p>Open\nScience</p>')).toEqual(['科技成果转化', 'Open Science'])
  })

  it('reads entities as characters, and what they spell stays text', () => {
    expect(lines('<p>&ldquo;甲&rdquo;&nbsp;&amp;&#20057;&#x4e19;&lt;script&gt;</p>')).toEqual([
      '“甲” &乙丙<script>',
    ])
    expect(lines('<p>&#0;&#x110000;&unknown;</p>')).toEqual(['&unknown;'])
  })
})

const seed = new URL('../../../shared/seeds/000_242ff6d3111bd2f1.txt', import.meta.url)

function seedBody() {
  const all = linesOfText(readFileSync(seed, 'utf8'))
  const from = all.findIndex((line) => line.startsWith('您提出的'))
  return all.slice(from, all.findIndex((line) => line.includes('审签')) + 1)
}

describe.skipIf(!existsSync(seed))('the real letter of seed 000', () => {
  it('keeps every character of every line, with its headings and one sign-off field', () => {
    const doc = docFromPlainText(seedBody().join('\n'))
    const paragraphs = bodyParagraphs(doc, '〈审签〉')
    expect(paragraphs).toHaveLength(seedBody().length)
    expect(paragraphs.filter((line) => line.level === 1)).toHaveLength(2)
    expect(paragraphs.filter((line) => line.level === 2)).toHaveLength(13)
    expect(paragraphs.at(-1)?.text.startsWith('〈审签〉。')).toBe(true)
    expect(typedSignOffClaims(doc)).toEqual([])
    expect(paragraphs.slice(0, -1).map((line) => line.text)).toEqual(seedBody().slice(0, -1))
  })
})
