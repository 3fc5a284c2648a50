import { asPrinted, type Found } from './found'
import type { LabelName } from './labels'
import type { Letter } from './letter'
import type { Line } from './lines'
import { placeOf, type PlainPage } from './plain-page'
import { nothingRead, type FieldName, type FieldPlace, type Finding, type PublishedReply } from './reading'

/** What the rules read: the page, the letter in it, its title, and the values printed behind labels. */
export type LetterPage = {
  page: PlainPage
  lines: Line[]
  letter: Letter
  title: Found | null
  labelled: (...names: LabelName[]) => (Found & { word: string })[]
}

type FieldOf<V> = { [F in FieldName]: V extends PublishedReply[F] ? F : never }[FieldName]

/** Where the rules write: each value with its place, and what a person should look at. */
export class Sheet {
  readonly reply: PublishedReply = { ...nothingRead([]), is_reply: true }
  readonly places: Partial<Record<FieldName, FieldPlace[]>> = {}
  readonly findings: Finding[] = []

  constructor(private readonly page: PlainPage) {}

  /** A line as printed. */
  line(field: FieldOf<string | null> & keyof PublishedReply, read: Found | null) {
    Object.assign(this.reply, { [field]: read && asPrinted(this.page, read) })
    this.place(field, read)
  }

  /** A value the rules made of what is printed: a day, a number in one spelling. */
  value(field: FieldName, value: PublishedReply[FieldName], read: Omit<Found<unknown>, 'value'> | null) {
    Object.assign(this.reply, { [field]: value })
    this.place(field, read)
  }

  list(field: FieldOf<string[]>, read: Found[]) {
    Object.assign(this.reply, { [field]: read.map((one) => asPrinted(this.page, one)) })
    this.place(field, ...read)
  }

  find(code: Finding['code'], reason: string, at: { from: number; to: number } | null) {
    this.findings.push({ code, reason, from: at?.from ?? null, to: at?.to ?? null })
  }

  private place(field: FieldName, ...read: (Omit<Found<unknown>, 'value'> | null)[]) {
    const stands = read.filter((one) => one !== null)
    if (stands.length > 0)
      this.places[field] = stands.map(({ from, to, confidence }) => ({
        ...placeOf(this.page, from, to),
        confidence,
      }))
  }
}
