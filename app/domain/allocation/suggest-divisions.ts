import { bigramsOf } from '../search/bigrams'
import { coreOf, isUsual } from '../triage/similarity'

/** What is compared of an item: its subject, how its text begins, who put it forward. */
export type Item = { subject: string; text: string; sponsors: readonly string[] }

/** An item that was given to a division, now or in an earlier year. */
export type Allocated = Item & { divisionId: string }

export type Division = { id: string; name: string }

/** An item found to be like this one, and how much; 1 is the same words. */
export type Kin = { registerNo: string; divisionId: string | null; score: number }

export type Suggestion = { id: string; score: number; reasons: string[] }

const charactersRead = 600
/** A bigram never seen with a division still leaves it a chance. */
const smoothing = 0.5
const inSubject = 1
const inText = 0.35
const nameInSubject = 2
const nameInText = 0.8
const sameSponsor = 0.6
const kinship = 2.5

type Tally = { items: number; bigrams: Map<string, number>; sponsors: Map<string, number> }

const blank = (): Tally => ({ items: 0, bigrams: new Map(), sponsors: new Map() })

const wordsOf = (item: Pick<Item, 'subject' | 'text'>) => {
  const subject = new Set([...bigramsOf(coreOf(item.subject))].filter((bigram) => !isUsual(bigram)))
  const text = [...bigramsOf(item.text.slice(0, charactersRead))].filter(
    (bigram) => !isUsual(bigram) && !subject.has(bigram),
  )
  return { subject, text }
}

/**
 * Which divisions an item is likely for, the likeliest first: naive Bayes over pairs of characters in what was allocated
 * before, the division's own name, kin and sponsors. Each with its reasons; a person decides.
 */
export function suggestDivisions(
  item: Item,
  history: readonly Allocated[],
  divisions: readonly Division[],
  kin: readonly Kin[] = [],
): Suggestion[] {
  const { all, byDivision } = tally(history)
  const words = wordsOf(item)
  return divisions
    .map((division): Suggestion => {
      const own = byDivision.get(division.id) ?? blank()
      const known = bayes(words, own, all)
      const named = nameOf(division, item)
      const related = kin.filter((k) => k.divisionId === division.id)
      const times = item.sponsors.reduce((n, name) => n + (own.sponsors.get(name) ?? 0), 0)
      const near = related.reduce((sum, k) => sum + k.score, 0)
      return {
        id: division.id,
        score: known.score + named.score + kinship * Math.min(near, 2) + sameSponsor * Math.min(times, 3),
        reasons: [
          ...related.slice(0, 2).map((k) => `相似的 ${k.registerNo} 由本处室承办`),
          ...(known.telling.length > 0
            ? [`往年含${known.telling.map((word) => `“${word}”`).join('')}的多分给本处室`]
            : []),
          ...(named.words.length > 0 ? [`案由或正文提到${named.words.map((word) => `“${word}”`).join('')}`] : []),
          ...(times > 0 ? [`同一提出人的件办过 ${times} 次`] : []),
        ],
      }
    })
    .filter((s) => s.reasons.length > 0)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
} // prettier-ignore

function tally(history: readonly Allocated[]): { all: Tally; byDivision: Map<string, Tally> } {
  const all = blank()
  const byDivision = new Map<string, Tally>()
  const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1)
  for (const past of history) {
    const own = byDivision.get(past.divisionId) ?? blank()
    byDivision.set(past.divisionId, own)
    const { subject, text } = wordsOf(past)
    for (const into of [all, own]) {
      into.items += 1
      for (const bigram of [...subject, ...text]) add(into.bigrams, bigram)
      for (const name of past.sponsors) add(into.sponsors, name)
    }
  }
  return { all, byDivision }
}

/** How much likelier each pair of characters is in this division's items than in all; what nobody saw says nothing. */
function bayes(words: ReturnType<typeof wordsOf>, own: Tally, all: Tally) {
  const odds = (bigram: string) => {
    const everywhere = all.bigrams.get(bigram) ?? 0
    if (everywhere === 0) return 0
    const here = own.bigrams.get(bigram) ?? 0
    const share = (n: number, of: number) => (n + smoothing) / (of + 2 * smoothing)
    return Math.log(share(here, own.items) / share(everywhere, all.items))
  }
  const worth = [
    ...[...words.subject].map((bigram) => ({ bigram, odds: inSubject * odds(bigram) })),
    ...words.text.map((bigram) => ({ bigram, odds: inText * odds(bigram) })),
  ]
  const prior = Math.log((own.items + 1) / (all.items + 1)) * 0.3
  return {
    score: prior + worth.reduce((sum, w) => sum + w.odds, 0),
    telling: joined(
      worth.filter((w) => w.odds > 0.3 && (own.bigrams.get(w.bigram) ?? 0) > 0).toSorted((a, b) => b.odds - a.odds).slice(0, 6).map((w) => w.bigram),
    ).slice(0, 3),
  }
} // prettier-ignore

/** Pairs that follow on each other become one word: 特派 派员 → 特派员. */
function joined(bigrams: readonly string[]): string[] {
  const left = [...bigrams]
  const words: string[] = []
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    for (;;) {
      const at = left.findIndex((b) => word?.endsWith(b.slice(0, 1)) || word?.startsWith(b.slice(1)))
      const next = left[at]
      if (next === undefined) break
      left.splice(at, 1)
      word = word.endsWith(next.slice(0, 1)) ? word + next.slice(1) : next.slice(0, 1) + word
    }
    words.push(word)
  }
  return words.toSorted((a, b) => b.length - a.length)
}

/** What a division is called is what it does: 人才处, 农村科技处. */
function nameOf(division: Division, item: Item) {
  const said = [...bigramsOf(division.name.replace(/(?:处|科|室|办公室|中心)$/u, ''))].filter((b) => !isUsual(b) && b !== '科技')
  const subject = said.filter((bigram) => item.subject.includes(bigram))
  const text = said.filter((bigram) => !subject.includes(bigram) && item.text.slice(0, charactersRead).includes(bigram))
  return {
    score: nameInSubject * (subject.length / Math.max(said.length, 1)) + nameInText * (text.length / Math.max(said.length, 1)),
    words: joined([...subject, ...text]),
  }
} // prettier-ignore
