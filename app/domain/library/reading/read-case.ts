import { documentNumberIn } from './document-number'
import { found, type Found } from './found'
import { kindOf } from './kind'
import type { Letter } from './letter'
import type { PlainPage } from './plain-page'
import { isToDelegates } from './salutation'
import { itemIn, sessionsIn } from './session-and-item'
import type { LetterPage, Sheet } from './sheet'
import { subjectIn } from './subject'

/** Which case the letter answers, as what, and under which numbers. */
export function readCase(sheet: Sheet, { page, letter, title, labelled }: LetterPage) {
  const words = title ? page.shape.slice(title.from, title.to).replace(/\s+/g, '') : ''
  const { kind, isInConflict } = kindOf(page, words, letter)
  const isOpinion = kind !== 'motion' && isCoOpinion(page, letter, words)
  sheet.value('kind', kind, kind === null ? null : (title ?? reads(letter.opening)))
  sheet.value('role', isOpinion ? 'co_opinion' : 'reply', title)
  if (isInConflict) sheet.find('KIND_CONFLICT', '标题、称呼与首句所说的种类不一致。', letter.opening)
  sheet.line('title', title)
  const number = documentNumberIn(page, labelled('documentNo'), letter.head)
  sheet.value('doc_number', number?.value ?? null, number)
  sheet.line('subject', subjectIn(page, letter.opening.from, letter.opening.to, labelled('subject')[0]))
  readSession(sheet, { page, letter, title, labelled })
  const item =
    (title && itemIn(page, title.from, title.to)) ?? besideCase(page, letter) ?? onCard(page, labelled)
  sheet.value('item_no', item?.value ?? null, item)
}

const reads = (at: { from: number; to: number }) => ({ ...at, confidence: 'read' as const })

type Read = Pick<LetterPage, 'page' | 'letter' | 'title' | 'labelled'>
const farthest = 500

function readSession(sheet: Sheet, { page, letter: { opening }, title, labelled }: Read) {
  const { shape } = page
  const inTitle = title ? sessionsIn(shape, title.from, title.to)[0] : undefined
  const inText = sessionsIn(shape, opening.from, Math.min(opening.to, opening.from + farthest))[0]
  const inCard = labelled('meeting').flatMap(({ from, to }) => sessionsIn(shape, from, to))[0]
  const session = inTitle ?? inText ?? inCard
  sheet.value('term_no', session?.term ?? null, session ? reads(session) : null)
  sheet.value('session_no', session?.session ?? null, session ? reads(session) : null)
  if (inTitle && inText && (inTitle.term !== inText.term || inTitle.session !== inText.session))
    sheet.find('SESSION_CONFLICT', '标题与正文的届次不一致。', inText)
}

const beside =
  /\((?:提案|建议|议案|案号|编号)?[^()]{0,10}?\d[^()]{0,14}\)|第[^第,。《》]{1,18}号[^,。《》]{0,6}(?:建议|提案|议案)|(?:建议|提案|议案)第[^,。《》]{1,14}号/

/** In the opening only a number that stands with the case counts: (第0942号建议), 第63号提案. */
function besideCase(page: PlainPage, { opening }: Letter): Found | null {
  const match = beside.exec(page.shape.slice(opening.from, opening.to))
  const from = opening.from + (match?.index ?? 0)
  return match && itemIn(page, from, from + match[0].length)
}

function onCard(page: PlainPage, labelled: LetterPage['labelled']): Found | null {
  const [card] = labelled('item')
  const item = card && (itemIn(page, card.from, card.to) ?? found(page, card.from, card.to, 'labelled'))
  return item && /^[A-Za-z\d-]{1,16}$/.test(item.value) ? item : null
}

/** A letter to the unit in the lead; an answer straight to the delegate is a reply, whoever gives it. */
function isCoOpinion({ shape }: PlainPage, { salutation, opening }: Letter, title: string): boolean {
  if (salutation !== null && isToDelegates(salutation.text)) return false
  const first = shape.slice(opening.from, opening.to).replace(/《[^》]*》/g, '')
  return (
    /会办|协办|协助办理|会同办理/.test(title) ||
    /(?:会办|协办)(?:意见|件|情况)|(?:贵|你)[局委厅会办单][^,。]{0,12}(?:转来|转送|牵头|主办|来函|发来)/.test(
      first,
    )
  )
}
