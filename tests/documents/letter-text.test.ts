import { describe, expect, test } from 'vitest'
import { renderReplyLetter } from '~/documents/reply-letter/render-reply-letter'
import { withFullWidthPunctuation } from '~/domain/reply/full-width'
import { letterText, parseLetterContent } from '~/domain/reply/letter-content'
import { demoLetter, fivePageLetter } from '../support/demo-letter'
import { documentText, partHolding, partOf, partsOf } from '../support/read-docx'
import { readSeedLetter, seedFile } from '../support/seed-letters'

const occurrences = (xml: string, text: string) => xml.split(text).length - 1

describe('the words of the .docx', () => {
  test('are the letter’s paragraphs as whole strings, once each, in the order of reading', async () => {
    expect(documentText(await renderReplyLetter(demoLetter))).toEqual(letterText(demoLetter))
  })

  test('a title parted over two lines stays one text', async () => {
    const title = '云汀市科学技术局关于 市政协三届二次会议第0118号提案的复函'
    const docx = await renderReplyLetter({ ...demoLetter, title })
    expect(documentText(docx)).toEqual(letterText({ ...demoLetter, title }))
    expect(partOf(docx, 'word/document.xml')).toContain('<w:br/>')
  })

  test('an unsigned preview has no number and loses nothing else', async () => {
    const { docNo, ...preview } = demoLetter
    const docx = await renderReplyLetter({ ...preview, docNo: null })
    expect(documentText(docx)).toEqual(letterText(demoLetter).filter((text) => text !== docNo))
  })

  test('the issuer’s mark stands in the first page’s header, and nowhere a second time', async () => {
    const issuer = '云汀市科学技术局（云汀市外国专家局）'
    const docx = await renderReplyLetter({ ...demoLetter, issuer })
    const name = partHolding(docx, issuer)
    expect(name).toMatch(/^word\/header\d\.xml$/)
    expect(occurrences(partOf(docx, name), issuer)).toBe(1)
    expect(partOf(docx, 'word/document.xml')).not.toContain(issuer)
    const relation = new RegExp(`Id="(rId\\d+)"[^>]*Target="${name.replace('word/', '')}"`)
    const id = relation.exec(partOf(docx, 'word/_rels/document.xml.rels'))?.[1]
    expect(partOf(docx, 'word/document.xml')).toContain(`<w:headerReference w:type="first" r:id="${id}"/>`)
  })

  test('no part says anything again for older programs', async () => {
    for (const xml of partsOf(await renderReplyLetter(demoLetter)).values()) {
      expect(xml).not.toContain('Fallback')
      expect(xml).not.toContain('@@')
    }
  })

  test('mark-up, emoji and quotation marks in names are letters like any other', async () => {
    const hostile = {
      ...demoLetter,
      issuer: `</w:t>&"'局`,
      signatory: '</w:t><w:p>&amp;🙂“局”',
      title: '<&>的复函',
    }
    const docx = await renderReplyLetter(hostile)
    expect(documentText(docx)).toEqual(letterText(hostile))
    expect(documentText(docx)).toContain('</w:t><w:p>&amp;🙂“局”')
  })

  test('文件格式 is refused until it is built', async () => {
    await expect(renderReplyLetter({ ...demoLetter, layout: 'document' })).rejects.toThrow('not built yet')
  })

  test('a letter of five pages is whole', async () => {
    expect(documentText(await renderReplyLetter(fivePageLetter))).toEqual(letterText(fivePageLetter))
  })
})

const withoutSpace = (text: string) => text.replaceAll(/\s/gu, '')

describe.each(['000', '002', '003'])('the published letter of seed %s', (number) => {
  const file = seedFile(number)

  describe.skipIf(file === null)('read from beside the repository', () => {
    test('comes out of the .docx whole, character for character', async () => {
      const seed = readSeedLetter(file ?? '')
      const parsed = parseLetterContent(seed.content)
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
      const docx = await renderReplyLetter(parsed.letter)
      const expected = [seed.docNo ?? '', seed.content.title, seed.bodyText].join('\n')
      const wide = withFullWidthPunctuation
      expect(withoutSpace(wide(documentText(docx).join('\n')))).toBe(withoutSpace(wide(expected)))
      expect(withoutSpace(expected).length).toBeGreaterThan(2500)
    })

    test('tells who sponsored it, who was asked and who signed', () => {
      const seed = readSeedLetter(file ?? '')
      expect(seed.salutation.startsWith(seed.sponsorName)).toBe(true)
      expect(seed.units.length).toBe({ '000': 6, '002': 2, '003': 2 }[number])
      expect(seed.subject).not.toBe('')
      expect(seed.officialNo).toMatch(/^\d+$/)
      expect(seed.signOffSentence === null).toBe(number === '003')
    })
  })
})
