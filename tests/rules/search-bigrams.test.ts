import { describe, expect, it } from 'vitest'
import { bigramsOf, longestPhrase, phraseQueries, searchVectors } from '~/domain/search/bigrams'

const of = (...body: string[]) => searchVectors({ numbers: [], heading: [], body })

describe('what is indexed', () => {
  it('is each two neighbours at their place, and the last character of a run by itself', () => {
    expect(of('科技局')[1]).toBe(`'科技':1 '技局':2 '局':3`)
  })

  it('leaves a gap where something stands between, so that no phrase reaches over it', () => {
    expect(of('科技，局')[1]).toBe(`'科技':1 '技':2 '局':4`)
  })

  it('is the same in full width, half width, capitals and small letters', () => {
    expect(of('５Ｇ基站')).toEqual(of('5g基站'))
  })

  it('marks the heading, and holds numbers with and without their zeros', () => {
    const [first] = searchVectors({ numbers: ['0063', '2026-0017'], heading: ['科技'], body: [] })
    expect(first).toBe(`'#0063' '#63' '#2026-0017' '科技':1A '技':2A`)
  })

  it('becomes several rows where a text is long, which overlap by the longest phrase', () => {
    const text = Array.from({ length: 9_000 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')
    const [, ...parts] = of(text)
    expect(parts).toHaveLength(3)
    for (let at = 3_800; at < 4_100; at++) {
      const phrase = [...bigramsOf(text.slice(at, at + longestPhrase))]
      expect(parts.some((part) => phrase.every((bigram) => part.includes(`'${bigram}':`)))).toBe(true)
    }
  })
})

describe('what is looked for', () => {
  it('is a phrase in its order, a single character by its beginning, and each run by itself', () => {
    expect(phraseQueries('特派员')).toEqual([`'特派' <-> '派员'`])
    expect(phraseQueries('员')).toEqual([`'员':*`])
    expect(phraseQueries('科技 特派员')).toEqual([`'特派' <-> '派员'`, `'科技'`])
  })

  it('is a number, with or without its zeros, however it is written', () => {
    expect(phraseQueries('0063')).toEqual([`'#0063' | '#63' | ('00':A <-> '06':A <-> '63':A)`])
    for (const q of ['第63号', '第63号提案']) expect(phraseQueries(q)[0], q).toMatch(/^'#63' \| '#63' \| /)
    expect(phraseQueries('2026-0017')[0]).toMatch(/^'#2026-0017' \| '#2026-0017' \| \(/)
    expect(phraseQueries('闭12')[0]).toMatch(/^'#闭12' \| '#闭12' \| \('闭1' <-> '12'\)/)
    expect(phraseQueries('156B')[0]).toMatch(/^'#156b' \| /)
    expect(phraseQueries('5G基站')).toEqual([`'5g' <-> 'g基' <-> '基站'`])
  })

  it('is nothing where nothing can be looked for, and no quote gets through', () => {
    expect(phraseQueries('，。')).toEqual([])
    expect(phraseQueries("a' | 'b")).toEqual([`'a':*`, `'b':*`])
  })
})
