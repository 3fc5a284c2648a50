import type { Paragraph } from 'docx'
import { attachmentWords } from '~/domain/reply/letter-words'
import { line } from './line'
import { characterPitch, characterSpacing, linePitch } from './measures'
import { styleIds } from './stylesheet'

/** Two characters in, then the three of “附件：”. */
const label = 5 * characterPitch

/** Digits of Times are half as wide as their size, its full stop a quarter. */
const numberWidth = (number: string) =>
  number === '' ? 0 : (number.length - 1) * 160 + 80 + number.length * characterSpacing

/** 附件说明 one line under the text; a name that wraps goes on under its own first character (7.3.4). */
export const attachments = (names: readonly string[]): Paragraph[] =>
  attachmentWords(names).map((entry, at) => {
    const nameLeft = label + numberWidth(entry.number)
    const start = at === 0 ? 2 * characterPitch : label
    return line(styleIds.attachments, `${entry.label}${entry.number}${entry.name}`, {
      spacing: { before: at === 0 ? linePitch : 0 },
      indent: { left: nameLeft, hanging: nameLeft - start },
    })
  })
