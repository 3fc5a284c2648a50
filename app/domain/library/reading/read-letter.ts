import { coHandlersIn } from './co-handlers'
import { commitmentsIn } from './commitments'
import { contactPersons, contactPhones } from './contacts'
import { copiesIn, printedByIn } from './copies'
import { labelledDay } from './dates'
import { documentNumberIn, quotedNumbers } from './document-number'
import { asPrinted, found as foundAt, parts, type Found } from './found'
import { headingsIn } from './headings'
import { issuerInTitle, issuerOf } from './issuer'
import { kindOf } from './kind'
import type { LabelName } from './labels'
import type { Letter } from './letter'
import type { Line } from './lines'
import { lostCharacters } from './lost-characters'
import { opennessIn, outcomeIn } from './outcome-and-openness'
import { placeOf, type PlainPage } from './plain-page'
import type { FieldName, FieldPlace, Finding, PublishedReply } from './reading'
import { nothingRead } from './reading'
import { receiptRouteIn } from './receipt-route'
import { isToDelegates } from './salutation'
import { itemIn, sessionsIn } from './session-and-item'
import { signatureIn } from './signature'
import { signerIn } from './signer'
import { sponsorsIn } from './sponsors'
import { subjectIn } from './subject'
import { isUnitName } from './units'

type Labelled = (...names: LabelName[]) => (Found & { word: string })[]
export type LetterPage = {
  page: PlainPage
  lines: Line[]
  letter: Letter
  title: Found | null
  labelled: Labelled
}

const publishedFirst = ['发布日期', '发布时间', '公开日期', '公布日期', '发布于', '公开时间', '发稿时间', '信息时间', '发表时间', '时间', '日期', '更新时间', '更新日期', '上传时间', '录入时间', '添加时间', '生成日期', '生成时间', '发文日期', '印发日期'] // prettier-ignore

/** The fields of a letter, each from its own rule, with their places. */
export function readLetter({ page, lines, letter, title, labelled }: LetterPage) {
  const reply: PublishedReply = { ...nothingRead([]), is_reply: true }
  const places: Partial<Record<FieldName, FieldPlace[]>> = {}
  const findings: Finding[] = []
  const put = (field: FieldName, ...read: (Found<unknown> | null)[]) => {
    const stands = read.filter((one) => one !== null)
    if (stands.length > 0) places[field] = stands.map(({ from, to, confidence }) => ({ ...placeOf(page, from, to), confidence }))
  }
  const one = (field: FieldName, read: Found | null) => {
    put(field, read)
    return read && asPrinted(page, read)
  }
  const many = (field: FieldName, read: Found[]) => {
    put(field, ...read)
    return read.map((each) => asPrinted(page, each))
  }
  const text = [spanLine(page, letter.opening), ...letter.body, ...letter.tail]
  const titleWords = title ? page.shape.slice(title.from, title.to).replace(/\s+/g, '') : ''

  const { kind, isInConflict } = kindOf(page, titleWords, letter)
  reply.kind = kind
  if (isInConflict) findings.push(finding('KIND_CONFLICT', '标题、称呼与首句所说的种类不一致。', letter.opening))
  const isCoOpinion = kind !== 'motion' && isOpinion(page, letter, titleWords)
  reply.role = isCoOpinion ? 'co_opinion' : 'reply'

  reply.title = one('title', title)
  readSession({ page, letter, title, labelled }, reply, put, findings)
  const number = documentNumberIn(page, labelled('documentNo'), letter.head)
  put('doc_number', number)
  reply.doc_number = number?.value ?? null

  const signature = signatureIn(page, letter)
  reply.signature_issuer = one('signature_issuer', signature.issuer)
  const own = issuerOf(page, {
    title: issuerInTitle(page, title),
    signature: signature.issuer,
    letterhead: letterheadIn(page, letter.head),
    publisher: labelled('publisher')[0] ?? null,
    handler: labelled('handler')[0] ?? null,
    source: labelled('source')[0] ?? null,
  })
  reply.issuer = one('issuer', own.issuer)
  if (own.isInConflict) findings.push(finding('ISSUER_CONFLICT', '发布机构与答复单位不一致。', own.issuer))
  if (own.spam) findings.push(finding('SPAM_ISSUER', '单位名称或地名的位置上是无关的网站词语。', own.spam))

  const sponsors = sponsorsIn(page, letter, isCoOpinion, labelled('sponsors'))
  reply.sponsor_type = sponsors.type
  reply.sponsors = many('sponsors', sponsors.names)
  reply.sponsor_count = sponsors.count
  put('sponsor_count', sponsors.count === null ? null : (sponsors.names[0] ?? null))
  reply.subject = one('subject', subjectIn(page, letter.opening.from, letter.opening.to, labelled('subject')[0]))
  reply.salutation = one('salutation', salutationOf(page, letter, isCoOpinion))
  reply.co_handlers = many('co_handlers', coHandlersIn(page, letter.opening, labelled('coHandlers')))
  reply.headings = many('headings', headingsIn(page, letter.body, letter.isCutOff))
  reply.commitments = many('commitments', commitmentsIn(page, letter.body, letter.isCutOff))
  reply.signing_director = one('signing_director', signerIn(page, labelled('signer'), text))
  reply.receipt_route = one('receipt_route', receiptRouteIn(page, [...letter.body, ...letter.tail]))

  readDates({ page, letter, labelled }, signature.day, reply, put, findings)
  const contacts = labelled('contact', 'contactAndPhone').filter(({ from }) => from > letter.opening.from)
  const phones = labelled('phone', 'contactAndPhone', 'unitAndPhone', 'contact', 'unitOfContact').filter(({ from }) => from > letter.opening.from)
  reply.contact_persons = many('contact_persons', contactPersons(page, contacts))
  reply.contact_phones = many('contact_phones', contactPhones(page, phones))
  reply.index_no = one('index_no', cut(labelled('indexNo')[0], /^[\w\-/.()]+/))
  reply.topics = many('topics', topicsIn(page, labelled('topics').filter(({ from }) => from < letter.opening.from)))
  reply.genre = one('genre', labelled('genre').filter(({ from }) => from < letter.opening.from)[0] ?? null)
  reply.cc = many('cc', copiesIn(page, letter.tail))
  reply.printed_by = one('printed_by', printedByIn(page, letter.tail))
  reply.outcome_class = one('outcome_class', outcomeIn(page, labelled('outcome'), letter.head, title))
  reply.openness = one('openness', opennessIn(page, labelled('openness'), [...letter.head, ...letter.tail]))
  for (const lost of lostCharacters(page, lines, letter, signature.day)) findings.push(finding('LOST_CHARACTERS', lost.reason, lost))
  const references = quotedNumbers(page, letter.opening.from, letter.body.at(-1)?.to ?? letter.opening.to).map((number) => ({ ...placeOf(page, number.from, number.to), value: number.value, confidence: number.confidence }))
  return { reply, places, found: findings, references }
} // prettier-ignore

type Put = (field: FieldName, ...read: (Found<unknown> | null)[]) => void

function readSession(at: Pick<LetterPage, 'page' | 'letter' | 'title' | 'labelled'>, reply: PublishedReply, put: Put, findings: Finding[]) {
  const { page, letter, title, labelled } = at
  const inTitle = title ? sessionsIn(page.shape, title.from, title.to)[0] : undefined
  const inText = sessionsIn(page.shape, letter.opening.from, Math.min(letter.opening.to, letter.opening.from + 500))[0]
  const inCard = labelled('meeting').flatMap(({ from, to }) => sessionsIn(page.shape, from, to))[0]
  const session = inTitle ?? inText ?? inCard
  reply.term_no = session?.term ?? null
  reply.session_no = session?.session ?? null
  const stands = session ? { ...session, value: session.term, confidence: 'read' as const } : null
  put('term_no', stands)
  put('session_no', stands)
  if (inTitle && inText && (inTitle.term !== inText.term || inTitle.session !== inText.session))
    findings.push(finding('SESSION_CONFLICT', '标题与正文的届次不一致。', inText))
  const card = labelled('item').flatMap(({ from, to }) => itemIn(page, from, to) ?? foundAt(page, from, to, 'labelled'))[0]
  const item = (title && itemIn(page, title.from, title.to)) ?? itemBesideCase(page, letter) ?? (card && /^[A-Za-z\d-]{1,16}$/.test(card.value) ? card : null)
  reply.item_no = item?.value ?? null
  put('item_no', item)
} // prettier-ignore

/** In the opening only a number that stands with the case counts: (第0942号建议), 第63号提案. */
function itemBesideCase(page: PlainPage, { opening }: Letter): Found | null {
  const words = page.shape.slice(opening.from, opening.to)
  const beside = /\((?:提案|建议|议案|案号|编号)?[^()]{0,10}?\d[^()]{0,14}\)|第[^第,。《》]{1,18}号[^,。《》]{0,6}(?:建议|提案|议案)|(?:建议|提案|议案)第[^,。《》]{1,14}号/.exec(words)
  return beside ? itemIn(page, opening.from + beside.index, opening.from + beside.index + beside[0].length) : null
} // prettier-ignore

function readDates(at: Pick<LetterPage, 'page' | 'letter' | 'labelled'>, day: ReturnType<typeof signatureIn>['day'], reply: PublishedReply, put: Put, findings: Finding[]) {
  const { page, letter, labelled } = at
  const written = labelledDay(page.shape, labelled('written'), [])
  const signed = day?.day ? { value: day.day, from: day.from, to: day.to, confidence: 'read' as const } : null
  const dated = day ? signed : written
  reply.letter_date = dated?.value ?? null
  put('letter_date', dated)
  if (day?.isAmbiguous) findings.push(finding('DATE_AMBIGUOUS', '落款日期缺字，可以读成两个日子。', day))
  if (signed && written && signed.value !== written.value)
    findings.push(finding('CATALOGUE_DATE', `落款是 ${signed.value}，目录的成文日期是 ${written.value}。`, written))
  const published = labelledDay(page.shape, labelled('published').filter(({ from }) => from < letter.opening.from || from > (letter.tail[0]?.from ?? Infinity)), publishedFirst) ?? bareStamp(page, letter.head)
  reply.publish_date = published?.value ?? null
  put('publish_date', published)
} // prettier-ignore

/** A day with an hour above the letter is the site's own stamp, though nothing says so. */
function bareStamp(page: PlainPage, head: Line[]): Found | null {
  for (const { from, to, text } of head) {
    const stamp = /(?:^|\s)(\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?)\s*(?:\d{1,2}:\d{2}|\s+(?:浏览|来源|阅读|点击))|^(\d{4}-\d{1,2}-\d{1,2})$/.exec(text)
    const day = stamp && labelledDay(page.shape, [{ ...foundAt(page, from, to, 'likely'), word: '' }], [])
    if (day) return day
  }
  return null
} // prettier-ignore

const isOpinion = ({ shape }: PlainPage, { salutation, opening }: Letter, title: string) => {
  const speaksToDelegates = salutation !== null && isToDelegates(salutation.text)
  if (speaksToDelegates) return false
  return /会办|协办|协助办理|会同办理/.test(title) || /(?:会办|协办)(?:意见|件|情况)|(?:贵|你)[局委厅会办单][^,。]{0,12}(?:转来|转送|牵头|主办|来函|发来)/.test(shape.slice(opening.from, opening.to).replace(/《[^》]*》/g, ''))
} // prettier-ignore

function salutationOf(page: PlainPage, { salutation }: Letter, isCoOpinion: boolean): Found | null {
  if (!salutation) return null
  return foundAt(page, salutation.from, salutation.to, isCoOpinion ? 'likely' : 'read')
}

/** “某某局文件” and an office's name alone above the title. */
function letterheadIn(page: PlainPage, head: Line[]): Found | null {
  const line = head.find(
    ({ text }) => text.endsWith('文件') && isUnitName(text.replace(/\s+/g, '').replace(/文件$/, '')),
  )
  return line ? foundAt(page, line.from, line.to - 2) : null
}

const topicsIn = (page: PlainPage, values: Found[]) =>
  values.slice(0, 1).flatMap(({ from, to }) => parts(page, from, to, /\s+|[;]/)).map((topic) => ({ ...topic, confidence: 'labelled' as const })) // prettier-ignore

const cut = (value: Found | undefined, pattern: RegExp): Found | null => {
  const own = value && pattern.exec(value.value)?.[0]
  return value && own ? { ...value, value: own, to: Math.min(value.to, value.from + own.length) } : null
}

const finding = (code: Finding['code'], reason: string, at: { from: number; to: number } | null): Finding => ({
  code, reason, from: at?.from ?? null, to: at?.to ?? null,
}) // prettier-ignore

const spanLine = ({ shape }: PlainPage, { from, to }: { from: number; to: number }): Line => ({ from, to, text: shape.slice(from, to) }) // prettier-ignore
