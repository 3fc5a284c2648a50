import { ccWords, contactWords } from '~/domain/reply/letter-words'
import { titleLines, type LetterParagraph, type LetterText } from './letter-text'
import { lineLength, linesOfParagraph } from './line-breaks'

/** Lines a page: 22 (GB/T 9704-2012 5.2.3). The mark, the number and two lines above the title take five of the first. */
const pageLines = 22
const headLines = 5
const titleLength = 20
/** Two lines for a seal of 42 mm, then signatory and date (7.3.5). */
const signLines = 4

/** A paragraph, or the part of it that stands on this page. */
export type PagePart = LetterParagraph & {
  /** Its lines, where it goes on over the page and the last must be full. */
  cutAfter: readonly string[] | null
  isContinued: boolean
}

export type LetterPage = { parts: PagePart[]; hasHead: boolean; hasSign: boolean }

const titleHeight = (title: string) =>
  titleLines(title).reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / titleLength)), 0)

function fill(pages: LetterPage[], paragraph: LetterParagraph, roomLeft: number): number {
  const indent = 2
  let lines = linesOfParagraph(paragraph.text, indent)
  let room = roomLeft
  let isContinued = false
  while (lines.length > 0) {
    if (room < 1) {
      pages.push({ parts: [], hasHead: false, hasSign: false })
      room = pageLines
    }
    const here = lines.slice(0, room)
    lines = lines.slice(here.length)
    const text = here.join('')
    pages
      .at(-1)
      ?.parts.push({ level: paragraph.level, text, cutAfter: lines.length > 0 ? here : null, isContinued })
    room -= here.length
    isContinued = true
  }
  return room
}

function closingLines(letter: LetterText): number {
  const contact = contactWords(letter.contact)
  const cc = ccWords(letter.cc ?? [])
  const contactHeight = contact === null ? 0 : linesOfParagraph(contact, 2).length + 1
  const ccHeight = cc === null ? 0 : Math.ceil(cc.length / lineLength) + 1
  return signLines + contactHeight + ccHeight
}

/** Page by page as the paper will turn, by counting squares; the .docx decides. */
export function pagesOf(letter: LetterText): LetterPage[] {
  const pages: LetterPage[] = [{ parts: [], hasHead: true, hasSign: false }]
  const salutation = linesOfParagraph(letter.salutation, 0).length
  let room = pageLines - headLines - titleHeight(letter.title) - salutation
  for (const paragraph of letter.body) room = fill(pages, paragraph, room)
  room -= letter.attachments?.length ?? 0
  if (room < closingLines(letter)) pages.push({ parts: [], hasHead: false, hasSign: true })
  else
    pages.splice(-1, 1, {
      ...pages.at(-1),
      parts: pages.at(-1)?.parts ?? [],
      hasHead: pages.length === 1,
      hasSign: true,
    })
  return pages
}
