import { found, type Found } from './found'
import type { Line } from './lines'
import type { PlainPage } from './plain-page'

const figures = '[〔\\[【(〈<〖]\\s*(?:19|20)\\d{2}\\s*年?[〕\\]】)〉>〗]\\s*(?:第)?\\s*\\d{1,5}\\s*号'
const owned = new RegExp(
  `[\\u3400-\\u9fffA-Za-z]{1,20}(?:\\([\\u3400-\\u9fff]{1,4}\\)\\s*)?(?:第)?\\s*${figures}`,
  'g',
)
const yearInWords = /[\u3400-\u9fff]{1,12}字(?:19|20)\d{2}年?第\d{1,5}号/g
const lost = /[\u3400-\u9fff]{2,14}[〔[【](?:19|20)\d{2,7}(?![\d〕\]】])/
/** A quoted number belongs to a policy: 《…》（岚府发〔2020〕3号）. */
const quoted = /[》”"]\s*[(,]?\s*$/

/** The letter's own number: of the catalogue, else of the lines above the salutation. Numbers in the text are other papers'. */
export function documentNumberIn(page: PlainPage, labelled: Found[], head: Line[]): Found | null {
  for (const { from, to } of labelled) {
    const [own] = numbersIn(page, from, to)
    if (own) return { ...own, confidence: 'labelled' }
  }
  for (const { from, to } of head) {
    const [own] = numbersIn(page, from, to)
    if (own) return own
  }
  return null
}

/** All document numbers in a stretch, also those a site broke over lines. */
export function numbersIn(page: PlainPage, from: number, to: number): Found[] {
  const words = page.shape.slice(from, to)
  const matches = [...words.matchAll(owned), ...words.matchAll(yearInWords)]
  return matches.flatMap((match) => {
    if (quoted.test(words.slice(0, match.index))) return []
    const start = from + match.index + leadIn(match[0])
    const number = found(page, start, from + match.index + match[0].length)
    return [{ ...number, value: asPrinted(page.shape.slice(number.from, number.to)) }]
  })
}

/** Numbers of the policies a letter leans on. */
export function quotedNumbers(page: PlainPage, from: number, to: number): Found[] {
  return [...page.shape.slice(from, to).matchAll(owned)].map((match) => {
    const start = from + match.index + leadIn(match[0])
    const number = found(page, start, from + match.index + match[0].length)
    return { ...number, value: asPrinted(page.shape.slice(number.from, number.to)) }
  })
}

const leadIn = (words: string) =>
  /^(?:[\u3400-\u9fff]{0,6}?(?:文号|字号|对照|依据|根据|按照|以及|印发|通知)[:]?)?/.exec(words)?.[0].length ??
  0

const asPrinted = (words: string) =>
  words
    .replace(/\s+/g, '')
    .replace(/[[【(〈<〖](?=(?:19|20)\d{2})/, '〔')
    .replace(/(?<=〔(?:19|20)\d{2}年?)[\]】)〉>〗]/, '〕')

/** A number that lost its closing bracket or its 号 can no longer be told apart: 〔202227. */
export const hasLostNumber = (shape: string, lines: Line[]) =>
  lines.find(
    ({ from, to }) =>
      lost.test(shape.slice(from, to)) || /〔(?:19|20)\d{2}〕\s*\d+\s*$/.test(shape.slice(from, to)),
  )
