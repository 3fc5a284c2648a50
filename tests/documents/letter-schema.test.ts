import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { renderReplyLetter } from '~/documents/reply-letter/render-reply-letter'
import { demoLetter, fivePageLetter } from '../support/demo-letter'
import { partOf } from '../support/read-docx'
import { readSeedLetter, seedFile } from '../support/seed-letters'
import { validationErrors } from '../support/validate-docx'

const { docNo: _, outcomeMark: __, openness: ___, contact: ____, printed: _____, ...bare } = demoLetter

describe('Microsoft’s OpenXmlValidator', () => {
  test.each([
    ['with every part', demoLetter],
    ['with nothing that may be absent', { ...bare, attachments: [], cc: [], sealed: false }],
    ['of five pages', fivePageLetter],
    ['with mark-up in its names', { ...demoLetter, issuer: '</w:t>&局', title: '<复函>“&”🙂 '.repeat(6) }],
  ])('finds nothing in a letter %s', async (_name, letter) => {
    expect(await validationErrors(await renderReplyLetter(letter))).toEqual([])
  })

  test('refuses a letter broken on purpose', async () => {
    const docx = await renderReplyLetter(demoLetter)
    const broken = partOf(docx, 'word/document.xml').replace('<w:sectPr>', '<w:nonsense/><w:sectPr>')
    const bytes = zipSync({ ...unzipSync(docx), 'word/document.xml': strToU8(broken) })
    expect((await validationErrors(bytes)).length).toBeGreaterThan(0)
  })

  describe.each(['000', '002', '003'])('in the published letter of seed %s', (number) => {
    const file = seedFile(number)
    test.skipIf(file === null)('finds nothing', async () => {
      expect(await validationErrors(await renderReplyLetter(readSeedLetter(file ?? '').content))).toEqual([])
    })
  })
})
