import { commitmentsIn } from './commitments'
import { quotedNumbers } from './document-number'
import { headingsIn } from './headings'
import { lostCharacters } from './lost-characters'
import { placeOf } from './plain-page'
import { readCard } from './read-card'
import { readCase } from './read-case'
import { readDates } from './read-dates'
import { readParties } from './read-parties'
import { receiptRouteIn } from './receipt-route'
import { Sheet, type LetterPage } from './sheet'
import { signatureIn } from './signature'
import { signerIn } from './signer'

/** The fields of a letter, each from its own rule, with their places. */
export function readLetter(read: LetterPage) {
  const { page, lines, letter, labelled } = read
  const { opening, body, tail, isCutOff } = letter
  const sheet = new Sheet(page)
  const signature = signatureIn(page, letter)
  readCase(sheet, read)
  readParties(sheet, read, signature.issuer)
  readDates(sheet, read, signature.day)
  readCard(sheet, read)
  sheet.list('headings', headingsIn(page, body, isCutOff))
  sheet.list('commitments', commitmentsIn(page, body, isCutOff))
  const first = { ...opening, text: page.shape.slice(opening.from, opening.to) }
  sheet.line('signing_director', signerIn(page, labelled('signer'), [first, ...body, ...tail]))
  sheet.line('receipt_route', receiptRouteIn(page, [...body, ...tail]))
  for (const lost of lostCharacters(page, lines, letter, signature.day))
    sheet.find('LOST_CHARACTERS', lost.reason, lost)
  const { reply, places, findings } = sheet
  return { reply, places, findings, references: referencesIn(read) }
}

/** Numbers of the papers the letter leans on. */
const referencesIn = ({ page, letter: { opening, body } }: LetterPage) =>
  quotedNumbers(page, opening.from, body.at(-1)?.to ?? opening.to).map(({ from, to, value, confidence }) => ({
    ...placeOf(page, from, to),
    value,
    confidence,
  }))
