import { array, assert, constantFrom, property } from 'fast-check'
import { expect, it } from 'vitest'
import { paragraphChanges, type ParagraphChange } from '~/domain/drafting/paragraph-changes'

it('lists each place once, with what stood there and what stands there now', () => {
  expect(paragraphChanges(['甲', '乙', '丙'], ['甲', '乙改', '丙', '丁'])).toEqual([
    { at: 1, removed: ['乙'], added: ['乙改'] },
    { at: 3, removed: [], added: ['丁'] },
  ])
  expect(paragraphChanges(['甲'], ['甲'])).toEqual([])
  expect(paragraphChanges([], ['甲'])).toEqual([{ at: 0, removed: [], added: ['甲'] }])
})

const paragraphs = array(constantFrom('甲', '乙', '丙', '丁'), { maxLength: 10 })

function applied(before: readonly string[], changes: readonly ParagraphChange[]): string[] {
  const text = [...before]
  for (const { at, removed, added } of changes.toReversed())
    expect(text.splice(at, removed.length, ...added)).toEqual(removed)
  return text
}

it('applied to the first text gives the second', () => {
  assert(
    property(paragraphs, paragraphs, (before, after) => {
      expect(applied(before, paragraphChanges(before, after))).toEqual(after)
    }),
  )
})

/** The longest common subsequence, by trying everything. */
const common = (a: readonly string[], b: readonly string[]): number =>
  a.length === 0 || b.length === 0
    ? 0
    : a[0] === b[0]
      ? 1 + common(a.slice(1), b.slice(1))
      : Math.max(common(a.slice(1), b), common(a, b.slice(1)))

it('touches no paragraph that could have stayed', () => {
  const short = array(constantFrom('甲', '乙', '丙'), { maxLength: 6 })
  assert(
    property(short, short, (before, after) => {
      const removed = paragraphChanges(before, after).flatMap((c) => c.removed)
      expect(before.length - removed.length).toBe(common(before, after))
    }),
  )
})
