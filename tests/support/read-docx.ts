import { strFromU8, unzipSync } from 'fflate'

/** The XML parts of a .docx by name, as text. */
export const partsOf = (docx: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]))

export function partOf(docx: Uint8Array, name: string): string {
  const part = partsOf(docx).get(name)
  if (part === undefined) throw new Error(`no part ${name}`)
  return part
}

const entities = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&amp;', '&'],
])

const unescaped = (xml: string) =>
  xml.replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (found) => entities.get(found) ?? '')

/** Each paragraph of a part as its own XML; none of ours holds another. */
export const paragraphsOf = (xml: string): string[] =>
  xml.match(/<w:p(?: [^>]*)?>.*?<\/w:p>|<w:p\/>/gsu) ?? []

/** A paragraph's text: a tab counts, a line break inside it does not. */
export const textOf = (paragraph: string): string =>
  Array.from(paragraph.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:tab\/>/gsu), ([found, text]) =>
    found === '<w:tab/>' ? '\t' : unescaped(text ?? ''),
  ).join('')

/** The texts of word/document.xml, paragraph by paragraph, without empty ones. */
export const documentText = (docx: Uint8Array): string[] =>
  paragraphsOf(partOf(docx, 'word/document.xml'))
    .map(textOf)
    .filter((text) => text !== '')

/** The part that holds a text: headers and footers are numbered, not named. */
export function partHolding(docx: Uint8Array, text: string): string {
  const part = [...partsOf(docx).entries()].find(
    ([name, xml]) => name !== 'docProps/core.xml' && xml.includes(text),
  )
  if (!part) throw new Error(`no part holds ${text}`)
  return part[0]
}

/** The first style of this id, as XML. */
export function styleOf(docx: Uint8Array, id: string): string {
  const found = new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`, 'su').exec(
    partOf(docx, 'word/styles.xml'),
  )
  if (!found) throw new Error(`no style ${id}`)
  return found[0]
}
