import { bigramsOf, runsOf } from '../search/bigrams'

/** How rare two neighbouring characters are among what the viewer may see: 1 is usual, 0 says nothing. */
export type Rarity = (bigram: string) => number

export type Compared = {
  subject: string
  text: string
  sponsors: readonly string[]
  officialNo: string
}

export type Likeness = {
  /** duplicate: very likely the same matter in the same words; similar: worth a look. */
  kind: 'duplicate' | 'similar'
  score: number
  /** The words both share, the most telling first. */
  shared: string[]
  hasSameSponsor: boolean
  hasSameNumber: boolean
  /** Of this text, how much stands in the other in the same words; 0 to 1. */
  copied: number
}

/** What every subject says: 关于进一步加强……的建议. */
const frame = /^(?:关于|对于)|(?:的)?(?:建议|提案|议案)$/gu

/** Words of the trade that tell nothing about the matter. */
const usual = bigramsOf(
  '关于 建议 提案 议案 进一步 加强 推进 推动 完善 促进 加快 提升 我市 全市 工作 发展 问题 机制 体系 建设 管理 力度 健全 提高 支持 开展 做好',
)

export const coreOf = (subject: string) => subject.trim().replaceAll(frame, '')

export const isUsual = (bigram: string) => usual.has(bigram)

/** Subjects alike from here on, or texts with so much in common, are worth a look; from there on they are one matter. */
const alike = { subject: 0.3, text: 0.12 }
const same = { subject: 0.85, text: 0.5 }

/** Two items compared by the words of their subjects (rare ones weigh more) and by what the texts have word for word. */
export function likenessOf(mine: Compared, other: Compared, rarity: Rarity): Likeness | null {
  const weight = (bigram: string) => (isUsual(bigram) ? 0.1 : 1) * rarity(bigram)
  const subject = dice(bigramsOf(coreOf(mine.subject)), bigramsOf(coreOf(other.subject)), weight)
  const copied = containment(mine.text, other.text)
  const hasSameSponsor = mine.sponsors.some((name) => other.sponsors.includes(name))
  const hasSameNumber = mine.officialNo !== '' && mine.officialNo === other.officialNo
  const ease = (hasSameSponsor ? 0.7 : 1) * (hasSameNumber ? 0.9 : 1)
  if (subject < alike.subject * ease && copied < alike.text * ease) return null
  const isSame = copied >= same.text || (subject >= same.subject && (copied >= alike.text || hasSameSponsor))
  return {
    kind: isSame ? 'duplicate' : 'similar',
    score:
      Math.max(subject, copied) + (hasSameSponsor ? 0.1 : 0) + (hasSameNumber ? 0.05 : 0) + (isSame ? 1 : 0),
    shared: sharedWords(mine, other, weight),
    hasSameSponsor,
    hasSameNumber,
    copied,
  }
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: Rarity): number {
  const sum = (set: Iterable<string>) => [...set].reduce((all, bigram) => all + weight(bigram), 0)
  const both = sum([...a].filter((bigram) => b.has(bigram)))
  const all = sum(a) + sum(b)
  return all === 0 ? 0 : (2 * both) / all
}

/** Of the shorter text's stretches of five characters, how many stand in the longer one. Below 20 nothing is said. */
function containment(a: string, b: string): number {
  const [few, many] = [stretchesOf(a), stretchesOf(b)].toSorted((x, y) => x.size - y.size)
  if (!few || !many || few.size < 20) return 0
  return [...few].filter((stretch) => many.has(stretch)).length / few.size
}

const stretchesOf = (text: string): Set<string> =>
  new Set(runsOf(text).flatMap((run) => run.slice(4).map((_, i) => run.slice(i, i + 5).join(''))))

/** The longest stretches of my subject that stand in the other item, the most telling first. */
function sharedWords(mine: Compared, other: Compared, weight: Rarity): string[] {
  const there = runsOf(`${other.subject}\n${other.text}`).map((run) => run.join('')).join('\n')
  const found = new Map<string, number>()
  for (const run of runsOf(coreOf(mine.subject))) {
    let reached = 0
    for (let from = 0; from < run.length - 1; from++) {
      let to = from + 2
      while (to <= run.length && there.includes(run.slice(from, to).join(''))) to++
      const word = run.slice(from, to - 1)
      if (word.length < 2 || to - 1 <= reached) continue
      reached = to - 1
      const telling = [...bigramsOf(word.join(''))].filter((bigram) => !isUsual(bigram))
      if (telling.length > 0) found.set(word.join(''), telling.reduce((sum, bigram) => sum + weight(bigram), 0))
    }
  }
  return [...found].toSorted((a, b) => b[1] - a[1]).slice(0, 4).map(([word]) => word)
} // prettier-ignore

const mostAsked = 48

/** The bigrams to look for candidates with: the subject's, then what the text says again and again. */
export function tellingBigrams({ subject, text }: Pick<Compared, 'subject' | 'text'>): string[] {
  const times = new Map<string, number>()
  for (const run of runsOf(text))
    for (const [i, character] of run.entries()) {
      const bigram = `${character}${run[i + 1] ?? ''}`
      if (i + 1 < run.length) times.set(bigram, (times.get(bigram) ?? 0) + 1)
    }
  const repeated = [...times]
    .filter(([, n]) => n > 1)
    .toSorted((a, b) => b[1] - a[1])
    .map(([bigram]) => bigram)
  const all = new Set([...bigramsOf(coreOf(subject)), ...repeated])
  return [...all].filter((bigram) => !isUsual(bigram)).slice(0, mostAsked)
}

/** Who comes into question, by how many of the bigrams he has and how rare they are; the best first. */
export function rankCandidates(found: ReadonlyMap<string, readonly string[]>): {
  ids: string[]
  rarity: Rarity
} {
  const everyone = new Set([...found.values()].flat()).size
  const weights = new Map(
    [...found].map(([bigram, ids]) => [bigram, Math.log(1 + (everyone + 1) / (ids.length + 0.5))]),
  )
  const most = Math.log(1 + (everyone + 1) / 1.5)
  const scores = new Map<string, number>()
  for (const [bigram, ids] of found)
    for (const id of ids) scores.set(id, (scores.get(id) ?? 0) + (weights.get(bigram) ?? 0))
  return {
    ids: [...scores].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id),
    rarity: (bigram) => (weights.get(bigram) ?? most) / most,
  }
}
