import { getDocumentProxy } from 'unpdf'
import { mostLetters, type SourceText } from './source-text'

const mostPages = 80

type Word = { str: string; transform: number[]; width: number; height: number }

/**
 * The text of a PDF by where its words stand: words at one height are a line, a wide gap between two is a tab, as
 * between the cells of a cover sheet.
 */
export async function extractPdfText(bytes: Buffer): Promise<SourceText> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, useSystemFonts: false })
  const pageStarts: number[] = []
  let text = ''
  for (let n = 1; n <= Math.min(pdf.numPages, mostPages) && text.length < mostLetters; n++) {
    const page = await pdf.getPage(n)
    const { items } = await page.getTextContent()
    pageStarts.push(text.length)
    const words = items.filter((item): item is typeof item & Word => 'str' in item && item.str.trim() !== '')
    const lines = linesOf(words).filter((line) => !isPageNumber(line))
    if (lines.length > 0) text += `${lines.join('\n')}\n`
  }
  return { text: text.trimEnd(), pageStarts }
}

/** —3—, - 3 -, 3: what stands at the foot of a page is no text. */
const isPageNumber = (line: string) => /^[-—–－\s]*\d{1,3}[-—–－\s]*$/.test(line)

const heightOf = (word: Word) => word.height || Math.abs(word.transform[3] ?? 10) || 10
const topOf = (word: Word) => word.transform[5] ?? 0
const leftOf = (word: Word) => word.transform[4] ?? 0

function linesOf(words: readonly Word[]): string[] {
  const lines: Word[][] = []
  for (const word of words) {
    const line = lines.find(([first]) => first && Math.abs(topOf(first) - topOf(word)) < heightOf(word) * 0.5)
    if (line) line.push(word)
    else lines.push([word])
  }
  return lines
    .toSorted((a, b) => topOf(b[0] as Word) - topOf(a[0] as Word))
    .map((line) => joined(line.toSorted((a, b) => leftOf(a) - leftOf(b))))
}

function joined(line: readonly Word[]): string {
  let text = ''
  let end: number | null = null
  for (const word of line) {
    const gap: number = end === null ? 0 : leftOf(word) - end
    if (gap > heightOf(word) * 1.2) text += '\t'
    else if (gap > heightOf(word) * 0.25 && /[\w)]$/.test(text)) text += ' '
    text += word.str
    end = leftOf(word) + word.width
  }
  return text.replaceAll(/[ \u00a0]+/g, ' ').trim()
}
