import { found, type Found } from './found'
import type { Letter } from './letter'
import { isPersonName, nameAtEnd } from './names'
import { numberOf, numeral } from './numerals'
import type { PlainPage } from './plain-page'
import { addresseesIn, officeIn } from './salutation'

export type Sponsors = { type: 'individual' | 'joint' | 'group' | null; names: Found[]; count: number | null }

const none: Sponsors = { type: null, names: [], count: null }

/** Whose case it is: those the letter speaks to, or those its first sentence names. */
export function sponsorsIn(
  page: PlainPage,
  letter: Letter,
  isCoOpinion: boolean,
  labelled: Found[],
): Sponsors {
  const people = letter.salutation && addresseesIn(page, letter.salutation)
  if (people) return counted(people.names, people.count, people.hasOthers)
  const named =
    namedIn(page, letter.opening) ?? namedIn(page, { from: letter.opening.to, to: letter.opening.to + 600 })
  if (named) return named
  if (letter.salutation && !isCoOpinion && speaksToOffice(page, letter))
    return { type: 'group', names: [officeIn(page, letter.salutation)], count: null }
  const listed = labelled.flatMap((one) => (isPersonName(one.value) ? [one] : []))
  return listed.length > 0 ? counted(listed, null, false) : none
}

function counted(names: Found[], count: number | null, hasOthers: boolean): Sponsors {
  const isJoint = names.length > 1 || hasOthers
  return { type: isJoint ? 'joint' : 'individual', names, count: count ?? (hasOthers ? null : names.length) }
}

/** A party or a people's organisation is addressed as 贵单位, 贵会, 你们; a committee answered to is no sponsor. */
function speaksToOffice({ shape }: PlainPage, { salutation, opening }: Letter): boolean {
  const office = salutation?.text ?? ''
  const isBodyOfCongress = /人大.{0,12}(?:委员会|工委|常委会)|人民代表大会.{0,12}委员会/.test(office)
  return !isBodyOfCongress && /贵|你|提出|您/.test(shape.slice(opening.from, opening.to))
}

const inSentence = new RegExp(
  `([\\u3400-\\u9fff·、,]{2,60}?)(等\\s*(${numeral}{1,3})?\\s*(?:余)?[名位人]?)?\\s*(?:[\\u3400-\\u9fff]{0,2}[省市区县州旗])?(?:人大|政协|全国人大)?(?:代表|委员)(?:们)?(?:在|所|于|,|的|联名|关于|共同|等|提出|提交|[《“"])`,
  'g',
)

/** “段长风委员所提出的”, “苏见微等18位代表关于”. */
function namedIn(page: PlainPage, { from, to }: { from: number; to: number }): Sponsors | null {
  const words = page.shape.slice(from, Math.min(to, from + 600))
  for (const match of words.matchAll(inSentence)) {
    const list = match[1] ?? ''
    const pieces = list.split(/[、,]/)
    const first = pieces.length === 1 ? nameAtEnd(list) : null
    const names = pieces.length === 1 ? (first ? [first] : []) : endNames(pieces)
    if (names.length === 0) continue
    const start = from + match.index
    const placed = names.map((name) => {
      const at = start + list.lastIndexOf(name)
      return found(page, at, at + name.length)
    })
    return counted(placed, match[3] ? numberOf(match[3]) : null, match[2] !== undefined)
  }
  return null
}

function endNames(pieces: string[]): string[] {
  const names: string[] = []
  for (const [index, piece] of pieces.toReversed().entries()) {
    if (isPersonName(piece) && index > 0) names.push(piece)
    else {
      const name = isPersonName(piece) && piece.length <= 3 ? piece : nameAtEnd(piece)
      if (!name) break
      names.push(name)
      if (name !== piece) break
    }
  }
  return names.toReversed()
}
