import { Document, DocumentGridType, Header, Packer, Paragraph } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { packPart, type PackedPart } from '../docx-zip'
import { fontTableXml } from './fonts'
import { linePitch, margin, page } from './measures'
import { footers, headers } from './page-numbers'
import { stylesheetXml } from './stylesheet'

const placeForBody = '@@body@@'
const placeForMark = '@@mark@@'

/** The document without a letter in it: page, grid, headers, footers, styles. */
const emptyLetter = () =>
  new Document({
    externalStyles: stylesheetXml,
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: 420,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: page.width, height: page.height },
            margin: { ...margin, gutter: 0 },
          },
          grid: { type: DocumentGridType.LINES, linePitch },
        },
        headers: headers(new Header({ children: [new Paragraph(placeForMark)] })),
        footers: footers(),
        children: [new Paragraph(placeForBody)],
      },
    ],
  })

/** A part with a gap: what stands before and after the paragraph that held the place. */
export type Frame = { name: string; before: string; after: string }

function frameAround(place: string, parts: Map<string, string>): Frame {
  for (const [name, xml] of parts) {
    const at = xml.indexOf(place)
    if (at === -1) continue
    const end = xml.indexOf('</w:p>', at) + '</w:p>'.length
    return { name, before: xml.slice(0, xml.lastIndexOf('<w:p>', at)), after: xml.slice(end) }
  }
  throw new Error(`docx wrote no part with ${place}`)
}

/** Chinese punctuation is not squeezed, or 28 characters a line would be 29 (docx has no option for it). */
const withFullPunctuation = (settings: string) =>
  settings.replace('<w:compat>', '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>')

const writtenByHand = new Map<string, (xml: string) => string>([
  ['word/fontTable.xml', () => fontTableXml],
  ['word/settings.xml', withFullPunctuation],
])

export type StaticParts = { document: Document; body: Frame; mark: Frame; packed: Map<string, PackedPart> }

async function makeStaticParts(): Promise<StaticParts> {
  const document = emptyLetter()
  const parts = new Map<string, string>()
  for (const [name, bytes] of Object.entries(unzipSync(await Packer.pack(document, 'uint8array')))) {
    parts.set(name, writtenByHand.get(name)?.(strFromU8(bytes)) ?? strFromU8(bytes))
  }
  const packed = new Map([...parts].map(([name, xml]) => [name, packPart(name, xml)]))
  return { document, body: frameAround(placeForBody, parts), mark: frameAround(placeForMark, parts), packed }
}

let made: Promise<StaticParts> | undefined

/** Everything of a letter that does not depend on its words, made once for the process. */
export const staticParts = () => (made ??= makeStaticParts())
