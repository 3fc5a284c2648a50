import type { Paragraph } from 'docx'
import type { LetterContent, LetterParagraph } from '~/domain/reply/letter-content'
import { line, words } from './line'
import { blockWidth, textWidth } from './measures'
import { styleIds } from './stylesheet'

const faces = {
  1: { whole: styleIds.levelOne, words: styleIds.levelOneWords },
  2: { whole: styleIds.levelTwo, words: styleIds.levelTwoWords },
} as const

type Kept = { keepNext: true; widowControl: true } | Record<string, never>

/** Most letters run a heading into its text: only “（一）…。” has the heading's face. */
function headed(level: 1 | 2, text: string, kept: Kept): Paragraph {
  const end = text.indexOf('。') + 1
  const face = faces[level]
  if (end === 0 || end === text.length) return line(face.whole, text)
  return line(styleIds.body, [words(text.slice(0, end), face.words), words(text.slice(end))], kept)
}

/** Levels 3 and 4 have the face of the text (7.3.3). */
const paragraph = ({ level, text }: LetterParagraph, kept: Kept) =>
  level === 1 || level === 2 ? headed(level, text, kept) : line(styleIds.body, text, kept)

const linesOf = (text: string) => Math.max(1, Math.ceil((640 + textWidth(text)) / blockWidth))

/** The first of the last paragraphs that hold two lines together: those go with the signature to its page (7.3.5). */
function firstKept(parts: LetterContent['body']): number {
  let at = parts.length
  for (let lines = 0; at > 0 && lines < 2; at -= 1) lines += linesOf(parts[at - 1]?.text ?? '')
  return at
}

export function body(letter: LetterContent): Paragraph[] {
  const first = firstKept(letter.body)
  return letter.body.map((part, at) =>
    paragraph(part, at >= first ? { keepNext: true, widowControl: true } : {}),
  )
}
