import mammoth from 'mammoth'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import WordExtractor from 'word-extractor'
import type { SourceText } from './source-text'

/** Runs in the reading process alone (reading-process.server.ts): these libraries open what others sent. */
export async function extractText(kind: 'docx' | 'doc' | 'pdf', bytes: Buffer): Promise<SourceText> {
  if (kind === 'docx') return { text: await ofDocx(bytes), pageStarts: [] }
  if (kind === 'doc') return { text: await ofDoc(bytes), pageStarts: [] }
  const { extractPdfText } = await import('./extract-pdf.server')
  return await extractPdfText(bytes)
}

const noPicture = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))

async function ofDocx(bytes: Buffer): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    { convertImage: noPicture, externalFileAccess: false, includeEmbeddedStyleMap: false },
  )
  return tidy(linesOf(parseFragment(value).childNodes).join('\n'))
}

type Node = DefaultTreeAdapterTypes.ChildNode

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])

/** Blocks become lines; the cells of a row stand on one line, a cell of several paragraphs keeps them. */
function linesOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (node.nodeName === 'tr')
      return [
        childrenOf(node)
          .map((cell) => linesOf(childrenOf(cell)).join('\n'))
          .join('\t'),
      ]
    if (/^(p|h\d|li)$/.test(node.nodeName)) return [inline(childrenOf(node))]
    if (node.nodeName === '#text') return 'value' in node && node.value.trim() ? [node.value] : []
    return linesOf(childrenOf(node))
  })
}

const inline = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => {
      if (node.nodeName === 'br') return '\n'
      // The number of a footnote is no part of the sentence.
      if (node.nodeName === 'sup') return ''
      return 'value' in node ? node.value : inline(childrenOf(node))
    })
    .join('')

async function ofDoc(bytes: Buffer): Promise<string> {
  const document = await new WordExtractor().extract(bytes)
  return tidy(document.getBody({ filterUnicode: false }))
}

const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const unseen = /(?![\n\t])\p{Cc}|[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFC-\uFFFF]/gu

/** What nobody sees is dropped, blank lines too; a full-width space stays, since it says where a name was padded. */
const tidy = (text: string) =>
  text
    .replaceAll(lineEnds, '\n')
    .replaceAll(unseen, '')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/ *\n[ \n]*/g, '\n')
    .trim()
