import type { LetterContent } from '~/domain/reply/letter-content'
import { componentsXml } from '../docx-xml'
import { packPart, zipParts } from '../docx-zip'
import { attachments } from './attachments'
import { body } from './body'
import { colophon } from './colophon'
import { coreProperties, corePropertiesXml } from './core-properties'
import { heading } from './heading'
import { letterhead } from './letterhead'
import { signature } from './signature'
import { staticParts } from './static-parts'

/** The paragraphs of word/document.xml, each said once, in the order of reading. */
const paragraphs = (letter: LetterContent) => [
  ...heading(letter),
  ...body(letter),
  ...attachments(letter.attachments),
  ...signature(letter),
  ...colophon(letter),
]

/**
 * A reply letter in 信函格式 (GB/T 9704-2012 10.1) as the bytes of a .docx. The same letter gives the same bytes in any
 * process, time zone and locale, on any day.
 * @throws Error where the letter asks for 文件格式 (layout `document`), which is not built yet.
 */
export async function renderReplyLetter(letter: LetterContent): Promise<Uint8Array> {
  if (letter.layout !== 'letter') throw new Error(`layout ${letter.layout}: not built yet`)
  const { document, body: bodyFrame, mark, packed } = await staticParts()
  const context = { file: document, viewWrapper: document.Document }
  const text = componentsXml(paragraphs(letter), context)
  const head = componentsXml(letterhead(letter.issuer), context)
  const own = new Map([
    [bodyFrame.name, bodyFrame.before + text + bodyFrame.after],
    [mark.name, mark.before + head + mark.after],
    [coreProperties, corePropertiesXml(letter.title, letter.issuer)],
  ])
  return zipParts(
    Array.from(packed, ([name, part]) => {
      const xml = own.get(name)
      return xml === undefined ? part : packPart(name, xml)
    }),
  )
}
