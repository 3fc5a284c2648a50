import type { PlainPage } from './plain-page'

const window = 20
const longest = 60_000

/** The letter's second copy, when most of the text has stood there before. */
export function secondCopyIn({ shape }: PlainPage): { from: number; to: number } | null {
  const { words, at } = runningText(shape)
  const seen = new Map<string, number>()
  const repeated: number[] = []
  for (let from = 0; from + window <= words.length; from += 1) {
    const run = words.slice(from, from + window)
    const before = seen.get(run)
    if (before === undefined) seen.set(run, from)
    else if (from - before >= window) repeated.push(from)
  }
  const [first, last] = [repeated[0], repeated.at(-1)]
  if (first === undefined || last === undefined || repeated.length <= Math.max(30, words.length * 0.3))
    return null
  return { from: at[first] ?? 0, to: (at[last + window - 1] ?? 0) + 1 }
}

/** The page without a stretch of it; the places of the rest stay what they were. */
export function withoutStretch(page: PlainPage, { from, to }: { from: number; to: number }): PlainPage {
  const cut = (words: string) => `${words.slice(0, from)}\n${words.slice(to)}`
  const at = [...page.at.slice(0, from), page.at[from] ?? 0, ...page.at.slice(to)]
  return {
    source: page.source,
    printed: cut(page.printed),
    words: cut(page.words),
    shape: cut(page.shape),
    at,
  }
}

/** Only paragraphs count: sites repeat titles and catalogue cards. */
function runningText(shape: string): { words: string; at: number[] } {
  const characters: string[] = []
  const at: number[] = []
  for (const { index: from, 0: text } of shape.matchAll(/[^\n]+/g)) {
    if (text.trim().length < window || !/[。,]/.test(text)) continue
    for (let index = 0; index < text.length && characters.length < longest; index += 1) {
      const one = text[index] ?? ''
      if (/\s/.test(one)) continue
      characters.push(one)
      at.push(from + index)
    }
  }
  return { words: characters.join(''), at }
}
