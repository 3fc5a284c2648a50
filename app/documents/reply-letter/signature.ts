import { AlignmentType, type Paragraph } from 'docx'
import type { LetterContent } from '~/domain/reply/letter-content'
import { contactWords, letterDateWords } from '~/domain/reply/letter-words'
import { line } from './line'
import { blockWidth, linePitch, textWidth } from './measures'
import { styleIds } from './stylesheet'

const character = 320

type Place = { linesAbove: number; name: Layout; date: Layout }
type Layout = { alignment: (typeof AlignmentType)[keyof typeof AlignmentType]; indent: { left: number } }

const from = (left: number, alignment: Layout['alignment']): Layout => ({
  alignment,
  indent: { left: Math.max(0, Math.round(left)) },
})

/**
 * With a seal (7.3.5.1): the date ends four characters before the edge and the name is centred on it; both stand centred
 * in one box that ends at the edge. Two lines are left above for a seal of 42 mm.
 */
function sealed(name: number, date: number): Place {
  const half = Math.max(4 * character + date / 2, name / 2 + 40)
  const box = from(blockWidth - 2 * half, AlignmentType.CENTER)
  return { linesAbove: 2, name: box, date: box }
}

/**
 * Without (7.3.5.2): the name ends two characters before the edge and the date begins two characters after the name
 * does; a date longer than that pushes the name to the left.
 */
function unsealed(name: number, date: number): Place {
  const nameLeft = blockWidth - 2 * character - Math.max(name, date + 2 * character)
  return {
    linesAbove: 1,
    name: from(nameLeft, AlignmentType.LEFT),
    date: from(nameLeft + 2 * character, AlignmentType.LEFT),
  }
}

const kept = { keepNext: true } as const

export function signature(letter: LetterContent): Paragraph[] {
  const date = letterDateWords(letter.date)
  const contact = contactWords(letter.contact)
  const closes = letter.cc.length > 0 || Boolean(letter.printed)
  const widths = [textWidth(letter.signatory), textWidth(date)] as const
  const place = letter.sealed ? sealed(...widths) : unsealed(...widths)
  return [
    line(styleIds.signatory, letter.signatory, {
      ...place.name,
      spacing: { before: place.linesAbove * linePitch },
    }),
    line(styleIds.date, date, { ...place.date, ...(contact || closes ? kept : {}) }),
    ...(contact ? [line(styleIds.contact, contact, closes ? kept : {})] : []),
  ]
}
