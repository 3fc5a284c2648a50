const minute = 60_000

/** Real time throughout: business time may be a test's. */
export const idleMs = 30 * minute
export const absoluteMs = 12 * 60 * minute
export const lockAfter = 5
export const lockMs = 15 * minute

/** A refusal takes this long whoever was named: nobody learns from the clock which names exist. */
export const refusalMs = 300

type Lived = { startedAt: Date; lastActiveAt: Date; expiresAt: Date }

/** Idle for half an hour, open for half a day, or at its own end: the session is over. */
export function isOver({ startedAt, lastActiveAt, expiresAt }: Lived, now: Date): boolean {
  if (now >= expiresAt) return true
  return now.getTime() - lastActiveAt.getTime() >= idleMs || now.getTime() - startedAt.getTime() >= absoluteMs
}

export const isLocked = (tries: { failures: number; lastFailedAt: Date } | null, now: Date) =>
  tries !== null && tries.failures >= lockAfter && now.getTime() - tries.lastFailedAt.getTime() < lockMs

/** Writing the last activity at every click would make every read a write. */
export const touchEveryMs = minute
