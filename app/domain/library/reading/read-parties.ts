import { coHandlersIn } from './co-handlers'
import { contactPersons, contactPhones } from './contacts'
import { copiesIn, printedByIn } from './copies'
import { found, type Found } from './found'
import { issuerInTitle, issuerOf } from './issuer'
import type { Line } from './lines'
import type { PlainPage } from './plain-page'
import type { LetterPage, Sheet } from './sheet'
import { sponsorsIn } from './sponsors'
import { isUnitName } from './units'

/** Who answers, whom, with whom, and who gets copies. */
export function readParties(sheet: Sheet, read: LetterPage, signature: Found | null) {
  const { page, letter, labelled } = read
  const { salutation, opening, tail } = letter
  sheet.line('signature_issuer', signature)
  readIssuer(sheet, read, signature)
  const sponsors = sponsorsIn(page, letter, sheet.reply.role === 'co_opinion', labelled('sponsors'))
  sheet.value('sponsor_type', sponsors.type, sponsors.names[0] ?? null)
  sheet.list('sponsors', sponsors.names)
  sheet.value('sponsor_count', sponsors.count, sponsors.count === null ? null : (sponsors.names[0] ?? null))
  sheet.line('salutation', salutation && found(page, salutation.from, salutation.to))
  sheet.list('co_handlers', coHandlersIn(page, opening, labelled('coHandlers')))
  const below = ({ from }: Found) => from > opening.from
  sheet.list('contact_persons', contactPersons(page, labelled('contact', 'contactAndPhone').filter(below)))
  const phones = labelled('phone', 'contactAndPhone', 'unitAndPhone', 'contact', 'unitOfContact')
  sheet.list('contact_phones', contactPhones(page, phones.filter(below)))
  sheet.list('cc', copiesIn(page, tail))
  sheet.line('printed_by', printedByIn(page, tail))
}

function readIssuer(sheet: Sheet, { page, letter, title, labelled }: LetterPage, signature: Found | null) {
  const { issuer, isInConflict, spam } = issuerOf(page, {
    title: issuerInTitle(page, title),
    signature,
    letterhead: letterheadIn(page, letter.head),
    publisher: labelled('publisher')[0] ?? null,
    handler: labelled('handler')[0] ?? null,
    source: labelled('source')[0] ?? null,
  })
  sheet.line('issuer', issuer)
  if (isInConflict) sheet.find('ISSUER_CONFLICT', '发布机构与答复单位不一致。', issuer)
  if (spam) sheet.find('SPAM_ISSUER', '单位名称或地名的位置上是无关的网站词语。', spam)
}

/** “某某局文件” above the title. */
function letterheadIn(page: PlainPage, head: Line[]): Found | null {
  const line = head.find(
    ({ text }) => text.endsWith('文件') && isUnitName(text.replace(/\s+/g, '').replace(/文件$/, '')),
  )
  return line ? found(page, line.from, line.to - 2) : null
}
