import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findSignOff } from '~/domain/drafting/sign-off-sentence'
import type { LetterContent, LetterParagraph } from '~/domain/reply/letter-content'

/** Real published letters stand beside the repository, never in it; tests that need them are skipped without. */
const folder = fileURLToPath(new URL('../../../shared/seeds', import.meta.url))

export const seedFile = (number: string): string | null => {
  const name = existsSync(folder)
    ? readdirSync(folder).find((file) => file.startsWith(`${number}_`))
    : undefined
  return name ? join(folder, name) : null
}

export type SeedLetter = {
  content: LetterContent
  officialNo: string
  /** 案由, as the letter quotes it. */
  subject: string
  /** The salutation without 代表, 委员 and the colon. */
  sponsorName: string
  salutation: string
  docNo: string | null
  /** The short names of the units the letter says were asked. */
  units: string[]
  /** The letter from the salutation to the date, one paragraph a line. */
  bodyText: string
  /** “此复函已经…审签”, or null where the letter has none. */
  signOffSentence: string | null
}

const lineBreaks = /\n/u
const letterEnd = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u
const salutationLine = /^(.{2,12}?)(?:代表|委员)[:：]$/u

const linesOf = (text: string) =>
  text
    .split(lineBreaks)
    .map((line) => line.replaceAll(/[\s\u3000]+/gu, ' ').trim())
    .filter((line) => line !== '')

function levelOf(text: string): LetterParagraph['level'] {
  if (/^[一二三四五六七八九十]+、/u.test(text)) return 1
  if (/^[(（][一二三四五六七八九十]+[)）]/u.test(text)) return 2
  if (/^\d+[.．、]/u.test(text)) return 3
  return /^[(（]\d+[)）]/u.test(text) ? 4 : 0
}

/** A page breaks a paragraph inside a sentence (002): text that ends without a stop goes on in the next line. */
function joinBrokenParagraphs(lines: readonly string[]): string[] {
  const whole: string[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    if (last !== undefined && levelOf(last) !== 1 && !/[。:：;；]$/u.test(last))
      whole[whole.length - 1] = last + line
    else whole.push(line)
  }
  return whole
}

const found = (text: string, pattern: RegExp): string => {
  const match = pattern.exec(text)?.[1]
  if (!match) throw new Error(`the seed letter has no ${pattern.source}`)
  return match
}

function unitsIn(opening: string): string[] {
  const named = /(?:对接|综合|我局与)([^,，。]+?)(?:共同研究|的会办意见)/u.exec(opening)?.[1] ?? ''
  return named.split(/[、和]/u).filter((unit) => unit !== '')
}

const dayOf = (words: string) => {
  const [, year = '', month = '', day = ''] = letterEnd.exec(words) ?? []
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** @throws Error where the file is no reply letter of the kind the seeds hold. */
export function readSeedLetter(file: string): SeedLetter {
  const lines = linesOf(readFileSync(file, 'utf8'))
  const start = lines.findIndex((line) => salutationLine.test(line))
  const end = lines.findIndex((line) => letterEnd.test(line))
  const salutation = lines[start] ?? ''
  const body = joinBrokenParagraphs(lines.slice(start + 1, end - 1))
  const signatory = lines[end - 1] ?? ''
  const title = lines.find((line) => /(?:建议|提案)的(?:复函|答复|回复)$/u.test(line)) ?? ''
  const docNo = /\[ 发文字号 \] (\S+?〔\d{4}〕\d+号)/u.exec(lines.join('\n'))?.[1] ?? null
  const opening = body[0] ?? ''
  const signOffLine = body.find((line) => findSignOff(line))
  const signOff = signOffLine ? findSignOff(signOffLine) : null
  return {
    content: {
      layout: 'letter',
      issuer: signatory,
      docNo,
      title,
      salutation,
      body: body.map((text) => ({ level: levelOf(text), text })),
      attachments: [],
      signatory,
      date: dayOf(lines[end] ?? ''),
      sealed: true,
      cc: [],
    },
    officialNo: found(title, /第?(\d+)号/u),
    subject: found(opening, /《(.+?)》/u),
    sponsorName: found(salutation, salutationLine),
    salutation,
    docNo,
    units: unitsIn(opening),
    bodyText: [salutation, ...body, signatory, lines[end] ?? ''].join('\n'),
    signOffSentence: signOff && signOffLine ? signOffLine.slice(signOff.start, signOff.end) : null,
  }
}
