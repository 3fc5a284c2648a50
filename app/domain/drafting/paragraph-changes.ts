/** One place where two texts differ: what stood there, what stands there now. */
export type ParagraphChange = {
  /** Where in the first text, counted in paragraphs. */
  at: number
  removed: string[]
  added: string[]
}

/** The places where two texts differ, in reading order: the longest common subsequence of paragraphs stays. */
export function paragraphChanges(before: readonly string[], after: readonly string[]): ParagraphChange[] {
  const lengths = commonLengths(before, after)
  const changes: ParagraphChange[] = []
  let open: ParagraphChange | null = null
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]]
    if (old !== undefined && old === now) {
      open = null
      i++
      j++
      continue
    }
    if (!open) changes.push((open = { at: i, removed: [], added: [] }))
    if (
      old !== undefined &&
      (now === undefined || lengthAt(lengths, i + 1, j) >= lengthAt(lengths, i, j + 1))
    ) {
      open.removed.push(old)
      i++
    } else if (now !== undefined) {
      open.added.push(now)
      j++
    }
  }
  return changes
}

const lengthAt = (lengths: readonly (readonly number[])[], i: number, j: number) => lengths[i]?.[j] ?? 0

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
            ? lengthAt(lengths, i + 1, j + 1) + 1
            : Math.max(lengthAt(lengths, i + 1, j), row[j + 1] ?? 0)
    }
  return lengths
}
