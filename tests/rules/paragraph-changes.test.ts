import { array, assert, constantFrom, property } from 'fast-check'
import { expect, it } from 'vitest'
import { paragraphChanges } from '~/domain/drafting/paragraph-changes'

it('lists exactly the edits, in reading order', () => {
  expect(paragraphChanges(['甲', '乙', '丙'], ['甲', '乙改', '丙', '丁'])).toEqual([
    { kind: 'removed', text: '乙' },
    { kind: 'added', text: '乙改' },
    { kind: 'added', text: '丁' },
  ])
  expect(paragraphChanges(['甲'], ['甲'])).toEqual([])
})

it('applied to the first text gives the second', () => {
  const words = array(constantFrom('甲', '乙', '丙', '丁'), { maxLength: 12 })
  assert(
    property(words, words, (before, after) => {
      const changes = paragraphChanges(before, after)
      expect(before.length - changes.filter((c) => c.kind === 'removed').length).toBe(
        after.length - changes.filter((c) => c.kind === 'added').length,
      )
      const kept = before.length - changes.filter((c) => c.kind === 'removed').length
      expect(kept).toBeLessThanOrEqual(Math.min(before.length, after.length))
    }),
  )
})
