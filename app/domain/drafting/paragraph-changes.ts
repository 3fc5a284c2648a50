export type ParagraphChange = { kind: 'added' | 'removed'; text: string }

/** Paragraphs added and removed between two texts, in reading order: the longest common subsequence stays. */
export function paragraphChanges(before: readonly string[], after: readonly string[]): ParagraphChange[] {
  const lengths = commonLengths(before, after)
  const changes: ParagraphChange[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      i++
      j++
    } else if (
      j >= after.length ||
      (i < before.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    )
      changes.push({ kind: 'removed', text: before[i++] ?? '' })
    else changes.push({ kind: 'added', text: after[j++] ?? '' })
  }
  return changes
}

/** lengths[i][j]: how many paragraphs the rests from i and from j have in common. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  )
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i]
      if (row)
        row[j] =
          before[i] === after[j]
            ? (lengths[i + 1]?.[j + 1] ?? 0) + 1
            : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
    }
  return lengths
}
