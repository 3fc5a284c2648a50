import { FrameAnchorType, FrameWrap, type IFrameOptions, type Paragraph, Tab, TextRun } from 'docx'
import type { LetterContent } from '~/domain/reply/letter-content'
import { ccWords, printWords } from '~/domain/reply/letter-words'
import { line, words } from './line'
import { blockWidth, smallCharacter } from './measures'
import { styleIds } from './stylesheet'

/** At the very foot of the block on the last page (10.1). A frame: a floating table lands elsewhere. */
const atTheFoot: IFrameOptions = {
  type: 'alignment',
  width: blockWidth,
  height: 0,
  anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
  alignment: { x: 'left', y: 'bottom' },
  wrap: FrameWrap.NOT_BESIDE,
}

/** One character in on both sides; a list that wraps goes on after “抄送：”. */
const ccIndent = {
  left: 4 * smallCharacter,
  hanging: 3 * smallCharacter,
  right: smallCharacter,
}

function printLine(text: string): Paragraph {
  const [by = '', when = ''] = text.split('\t')
  const gap = new TextRun({ children: [new Tab()], font: { hint: 'eastAsia' } })
  return line(styleIds.colophon, [words(by), gap, words(when)], {
    frame: atTheFoot,
    indent: { left: smallCharacter },
  })
}

/**
 * 版记: 抄送, and a print line where one is given (信函格式 has none by 10.1, the local habit may). Word hangs a frame
 * on the paragraph after it, so a thin empty one ends the letter.
 */
export function colophon(letter: LetterContent): Paragraph[] {
  const cc = ccWords(letter.cc)
  const printed = printWords(letter.printed)
  const lines = [
    ...(cc ? [line(styleIds.colophon, cc, { frame: atTheFoot, indent: ccIndent })] : []),
    ...(printed ? [printLine(printed)] : []),
  ]
  return lines.length > 0 ? [...lines, line(styleIds.thinLine, [])] : []
}
