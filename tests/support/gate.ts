/** A gate a test opens by hand, to hold a transaction where it is: races are tested by holding the lock, not by hoping. */
export function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

/** Whether a promise settled within some milliseconds. */
export async function outcomeWithin(
  ms: number,
  promise: Promise<unknown>,
): Promise<'done' | 'failed' | 'waiting'> {
  const waiting = new Promise<'waiting'>((resolve) => setTimeout(() => resolve('waiting'), ms))
  return await Promise.race([
    promise.then(
      () => 'done' as const,
      () => 'failed' as const,
    ),
    waiting,
  ])
}
