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
    const words = items.filter((item): item is typeof item & Word => 'str' in item && item.str !== '')
    const lines = linesOf(words).filter((line) => line !== '' && !isPageNumber(line))
    if (lines.length > 0) text += `${lines.join('\n')}\n`
  }
  return { text: asWritten(text.trimEnd()), pageStarts }
}

/**
 * A font has one drawing for 大 and for the radical ⼤, and many programs write the radical's code into the PDF. Letter
 * for letter, so that places stay where they are.
 */
const asWritten = (text: string) =>
  text.replaceAll(/[\u2E80-\u2EF3\u2F00-\u2FD5\uF900-\uFAD9]/g, (radical) => {
    const at = radicals.indexOf(radical)
    return at < 0 ? radical.normalize('NFKC') : (letters[at] ?? radical)
  })

/** The simplified radicals, which Unicode does not say are the same as the letters they look like. */
const radicals =
  '\u2E9F\u2EA0\u2EC1\u2EC4\u2EC5\u2EC6\u2EC9\u2ECB\u2ED3\u2ED4\u2ED8\u2ED9\u2EDA\u2EDB\u2EDC\u2EDD\u2EE2\u2EE3\u2EE4\u2EE5\u2EE6\u2EE8\u2EE9\u2EEC\u2EEE\u2EF0\u2EF3'
const letters = '母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟'

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

/** A space that somebody wrote comes as a word of its own; a gap as wide as a letter parts two cells. */
function joined(line: readonly Word[]): string {
  let text = ''
  let end: number | null = null
  let isSpaced = false
  for (const word of line) {
    if (word.str.trim() === '') {
      isSpaced = true
      continue
    }
    const gap: number = end === null ? 0 : leftOf(word) - end
    if (gap > heightOf(word) * 1.2) text += '\t'
    else if (isSpaced && text !== '') text += ' '
    text += word.str
    end = leftOf(word) + word.width
    isSpaced = false
  }
  return text.replaceAll(/[ \u00a0]+/g, ' ').trim()
}
