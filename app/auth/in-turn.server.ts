const turns = new Map<string, Promise<unknown>>()

/** Runs `fn` after whatever was asked under this name before it: of many guesses sent at once, each sees the failures before it. */
export async function inTurn<R>(name: string, fn: () => Promise<R>): Promise<R> {
  const mine = (turns.get(name) ?? Promise.resolve()).then(fn, fn)
  turns.set(name, mine)
  try {
    return await mine
  } finally {
    if (turns.get(name) === mine) turns.delete(name)
  }
}
