import { paragraphsOf, partOf, styleOf, textOf } from './read-docx'

/** What a checker of a letter's millimetres asks of its OOXML. */
export const numberIn = (xml: string, attribute: string) =>
  Number(new RegExp(`${attribute}="(-?\\d+)"`).exec(xml)?.[1])

export const styleIdOf = (paragraph: string) => /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? 'Normal'

/** The first paragraph with these words, in the document or in another part's XML. */
export function paragraphSaying(xml: string, text: string): string {
  const found = paragraphsOf(xml).find((paragraph) => textOf(paragraph).includes(text))
  if (!found) throw new Error(`nothing says ${text}`)
  return found
}

/** The style of the document's paragraph with these words. */
export const styleSaying = (docx: Uint8Array, text: string) =>
  styleOf(docx, styleIdOf(paragraphSaying(partOf(docx, 'word/document.xml'), text)))

/** The header or footer of the first page, of odd pages (`default`) or of even ones. */
export function marginPart(docx: Uint8Array, kind: 'header' | 'footer', pages: 'first' | 'default' | 'even') {
  const reference = new RegExp(`<w:${kind}Reference w:type="${pages}" r:id="(\\w+)"`)
  const id = reference.exec(partOf(docx, 'word/document.xml'))?.[1]
  const relation = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`)
  return partOf(docx, `word/${relation.exec(partOf(docx, 'word/_rels/document.xml.rels'))?.[1]}`)
}

const millimetres = (emu: string | number | undefined) => Number(emu) / 36_000

/** The filled rectangles of a part, in millimetres from the paper's edges. */
export const bars = (xml: string) =>
  Array.from(xml.matchAll(/<wp:anchor.*?<\/wp:anchor>/gsu), ([anchor]) => ({
    left: millimetres(/<wp:positionH relativeFrom="page"><wp:posOffset>(\d+)/.exec(anchor)?.[1]),
    top: millimetres(/<wp:positionV relativeFrom="page"><wp:posOffset>(\d+)/.exec(anchor)?.[1]),
    width: millimetres(numberIn(anchor, 'cx')),
    height: millimetres(numberIn(anchor, 'cy')),
    red: anchor.includes('<a:solidFill><a:srgbClr val="FF0000"/>') && anchor.includes('prst="rect"'),
  }))
