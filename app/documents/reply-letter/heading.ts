import { TextRun, type Paragraph } from 'docx'
import type { LetterContent } from '~/domain/reply/letter-content'
import { opennessWords } from '~/domain/reply/letter-words'
import { line, words } from './line'
import { linePitch } from './measures'
import { styleIds } from './stylesheet'
import { titleLines } from './title-lines'

/** 发文字号 flush right under the line (10.1); an unsigned preview keeps its place. */
const number = (docNo: string | null | undefined) => line(styleIds.number, docNo ?? '')

/** Result class and openness, upper right above the title: local habits, in the two lines that stand free there. */
const marks = (letter: LetterContent) =>
  [letter.outcomeMark, opennessWords(letter.openness)]
    .filter((text): text is string => Boolean(text))
    .map((text) => line(styleIds.mark, text))

const hint = { hint: 'eastAsia' }

/** The space at which a title is parted stays in its text, too small to move the centre of its line. */
const partingSpace = () => new TextRun({ text: ' ', font: hint, size: 1 })

const titleLine = (text: string, at: number) => [
  ...(at === 0 ? [] : [new TextRun({ break: 1, font: hint })]),
  words(text.trimEnd()),
  ...(text.endsWith(' ') ? [partingSpace()] : []),
]

const title = (text: string, linesAbove: number) =>
  line(styleIds.title, titleLines(text).flatMap(titleLine), {
    spacing: { before: (2 - Math.min(linesAbove, 1)) * linePitch },
  })

export function heading(letter: LetterContent): Paragraph[] {
  const above = marks(letter)
  return [
    number(letter.docNo),
    ...above,
    title(letter.title, above.length),
    line(styleIds.salutation, letter.salutation),
  ]
}
