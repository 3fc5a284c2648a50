/** The fields of a published reply as read from its page; names and meaning are the interchange format's (docs/past-replies.md). */
export type PublishedReply = {
  is_reply: boolean
  kind: 'suggestion' | 'proposal' | 'motion' | null
  role: 'reply' | 'co_opinion' | null
  issuer: string | null
  doc_number: string | null
  title: string | null
  term_no: number | null
  session_no: number | null
  item_no: string | null
  sponsor_type: 'individual' | 'joint' | 'group' | null
  sponsors: string[]
  sponsor_count: number | null
  subject: string | null
  salutation: string | null
  co_handlers: string[]
  headings: string[]
  commitments: string[]
  signing_director: string | null
  receipt_route: string | null
  contact_persons: string[]
  contact_phones: string[]
  signature_issuer: string | null
  letter_date: string | null
  publish_date: string | null
  index_no: string | null
  topics: string[]
  genre: string | null
  cc: string[]
  printed_by: string | null
  outcome_class: string | null
  openness: string | null
  warnings: Warning[]
}

export type Warning =
  | 'SPAM_ISSUER' | 'LOST_CHARACTERS' | 'KIND_CONFLICT' | 'SESSION_CONFLICT' | 'ISSUER_CONFLICT'
  | 'DUPLICATED_TEXT' | 'DATE_AMBIGUOUS' | 'NOT_A_REPLY' | 'TRADITIONAL_TEXT' // prettier-ignore

export type FieldName = Exclude<keyof PublishedReply, 'warnings'>

/** Where a field's value stands and how far it can be trusted unread. A list has one for each entry. */
export type FieldPlace = { from: number; to: number; confidence: 'labelled' | 'read' | 'likely' }

export type FindingCode = Warning | 'FOREIGN_LINK' | 'CATALOGUE_DATE' | 'FOREIGN_SIGN'

/** What a person should look at before believing the page. */
export type Finding = { code: FindingCode; reason: string; from: number | null; to: number | null }

export type Reading = {
  /** The page's words; every place counts from here. */
  text: string
  reply: PublishedReply
  places: Partial<Record<FieldName, FieldPlace[]>>
  findings: Finding[]
  /** Numbers of other papers the text names. */
  references: (FieldPlace & { value: string })[]
  /** Of a page that is no reply but a paper replies may cite. */
  basis: BasisFields | null
}

export type BasisFields = {
  title: string
  documentNumber: string | null
  issuer: string | null
  issuedOn: string | null
}

export const nothingRead = (warnings: Warning[]): PublishedReply => ({
  is_reply: false,
  kind: null,
  role: null,
  issuer: null,
  doc_number: null,
  title: null,
  term_no: null,
  session_no: null,
  item_no: null,
  sponsor_type: null,
  sponsors: [],
  sponsor_count: null,
  subject: null,
  salutation: null,
  co_handlers: [],
  headings: [],
  commitments: [],
  signing_director: null,
  receipt_route: null,
  contact_persons: [],
  contact_phones: [],
  signature_issuer: null,
  letter_date: null,
  publish_date: null,
  index_no: null,
  topics: [],
  genre: null,
  cc: [],
  printed_by: null,
  outcome_class: null,
  openness: null,
  warnings,
})
