/** What a search row may hold, by who may read it (design.md §3, Walls). Public and clearance have no rows yet. */
export const visibilities = ['public', 'delegate', 'unit', 'staff', 'clearance'] as const
export type Visibility = (typeof visibilities)[number]

/** The longest phrase one may look for; the parts of a long text overlap by as much, so that no phrase is cut. */
export const longestPhrase = 60

/** PostgreSQL keeps 256 places of one lexeme and counts to 16,383: a longer text becomes several rows. */
const charactersOfPart = 4_000

/** Letters and digits as they are compared: full width is half width, capitals are small. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** Unbroken runs of letters and digits: a phrase never reaches over what stands between. */
export const runsOf = (text: string): string[][] =>
  (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((run) => Array.from(run))

/** Every two neighbours of a text, each once. */
export const bigramsOf = (text: string): Set<string> =>
  new Set(runsOf(text).flatMap((run) => run.slice(1).map((second, i) => `${run[i]}${second}`)))

/** What is indexed of one thing: its numbers as they are, its heading, and all other words. */
export type Words = { numbers: readonly string[]; heading: readonly string[]; body: readonly string[] }

/**
 * The words as tsvector literals, one a row: each bigram at its place, and the last character of each run by itself,
 * so that one character is found by its beginning. Heading places carry the weight A.
 */
export function searchVectors({ numbers, heading, body }: Words): string[] {
  const first = vectorOf(heading.join('\n'), 'A', numbers)
  const text = Array.from(plain(body.join('\n')))
  const step = charactersOfPart - longestPhrase
  const rest = Array.from({ length: Math.ceil(text.length / step) }, (_, i) =>
    vectorOf(text.slice(i * step, i * step + charactersOfPart).join(''), '', []),
  )
  return [first, ...rest]
}

function vectorOf(text: string, weight: 'A' | '', numbers: readonly string[]): string {
  const places = new Map<string, number[]>()
  let place = 0
  for (const run of runsOf(text)) {
    for (const [i, character] of run.entries()) {
      const lexeme = `${character}${run[i + 1] ?? ''}`
      places.set(lexeme, [...(places.get(lexeme) ?? []), ++place])
    }
    place += 1
  }
  const words = [...places].map(([lexeme, at]) => `'${lexeme}':${at.map((n) => `${n}${weight}`).join(',')}`)
  return [...numbers.flatMap(numberLexemes), ...words].join(' ')
}

const numberLexemes = (number: string) => {
  const kept = plain(number).replaceAll(/[^\p{L}\p{N}-]/gu, '')
  return kept ? [...new Set([`'#${kept}'`, `'#${withoutZeros(kept)}'`])] : []
}

const withoutZeros = (number: string) => number.replace(/^0+(?=.)/u, '')

/** 63, 0063, 2026-0017, 闭12, 156b, 第63号, 第63号提案 */
const asNumber = /^第?([\p{L}\p{N}-]{0,20}\p{N}|[a-z0-9-]{1,21})(?:号(?:提案|建议)?)?$/u

/**
 * A phrase as tsqueries that must all hold, the most telling first; empty where nothing can be looked for. A number is
 * found with or without its zeros. Digits alone otherwise stand in the heading: else “63” found every text with a 63.
 */
export function phraseQueries(phrase: string): string[] {
  const typed = plain(phrase).trim().slice(0, longestPhrase)
  const number = asNumber.exec(typed)?.[1]
  const runs = runsOf(typed).toSorted((a, b) => b.length - a.length)
  const weight = number && /^[\d-]+$/u.test(number) ? 'A' : ''
  const queries = runs.map((run) => runQuery(run, weight))
  if (!number) return queries
  const all = queries.map((query) => `(${query})`).join(' & ')
  return [`'#${number}' | '#${withoutZeros(number)}' | ${all}`]
}

function runQuery(run: readonly string[], weight: 'A' | ''): string {
  if (run.length === 1) return `'${run[0]}':*${weight}`
  const mark = weight ? `:${weight}` : ''
  return run
    .slice(1)
    .map((second, i) => `'${run[i]}${second}'${mark}`)
    .join(' <-> ')
}
