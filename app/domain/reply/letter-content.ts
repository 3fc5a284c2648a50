import { z } from 'zod'
import { hasHiddenCharacters } from '../drafting/plain-text'
import type { Problem } from '../refusals'
import { problemsOfLetter } from './letter-problems'
import {
  attachmentWords,
  ccWords,
  contactWords,
  letterDateWords,
  opennessWords,
  printWords,
} from './letter-words'

const clean = (text: string) => !hasHiddenCharacters(text)

/** One line of the letter: nothing in it that XML forbids or that turns the direction of reading. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(clean, { params: { reason: 'hidden' } })

/** White space in a title is a place where its lines may part, so a line break there is as good as a space. */
const title = z
  .string()
  .transform((text) => text.replaceAll(/\s+/gu, ' '))
  .pipe(line(200))

const day = z.iso.date()

const paragraph = z.strictObject({
  /** 0 text, 1 “一、”, 2 “（一）”, 3 “1.”, 4 “（1）” (GB/T 9704-2012 7.3.3). */
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  text: line(20_000),
})

const letterContent = z.strictObject({
  layout: z.enum(['letter', 'document']),
  issuer: line(60),
  /** Absent in an unsigned preview, and in places that print none. */
  docNo: line(60).nullish(),
  title,
  outcomeMark: line(20).nullish(),
  openness: line(20).nullish(),
  salutation: line(200),
  body: z.array(paragraph).min(1).max(2000),
  attachments: z.array(line(200)).max(99),
  signatory: line(60),
  date: day,
  sealed: z.boolean(),
  contact: line(200).nullish(),
  cc: z.array(line(100)).max(200),
  printed: z.strictObject({ by: line(60), date: day }).nullish(),
})

/** What a reply letter says; how it looks is the business of app/documents/reply-letter. */
export type LetterContent = z.infer<typeof letterContent>
export type LetterParagraph = LetterContent['body'][number]

export type ParsedLetter = { ok: true; letter: LetterContent } | { ok: false; problems: Problem[] }

/** The input of `fuhan letter` (docs/letter-input.md); each problem names its field as `body[2].text`. */
export function parseLetterContent(input: unknown): ParsedLetter {
  const parsed = letterContent.safeParse(input)
  return parsed.success
    ? { ok: true, letter: parsed.data }
    : { ok: false, problems: problemsOfLetter(parsed.error.issues) }
}

/** The letter's paragraphs as whole strings in the order of reading; the issuer's mark, a header, is not among them. */
export function letterText(letter: LetterContent): string[] {
  const lines = [
    letter.docNo,
    letter.outcomeMark,
    opennessWords(letter.openness),
    letter.title,
    letter.salutation,
    ...letter.body.map((part) => part.text),
    ...attachmentWords(letter.attachments).map(({ label, number, name }) => `${label}${number}${name}`),
    letter.signatory,
    letterDateWords(letter.date),
    contactWords(letter.contact),
    ccWords(letter.cc),
    printWords(letter.printed),
  ]
  return lines.filter((text): text is string => typeof text === 'string')
}
