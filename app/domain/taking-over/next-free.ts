/** The first number from `next` on that is not taken: gaps among numbers of another system are filled, none comes twice. */
export function nextFree(next: number, taken: ReadonlySet<number | null>): number {
  let free = next
  while (taken.has(free)) free += 1
  return free
}
