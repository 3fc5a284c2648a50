const minute = 60_000

/** Real time throughout: business time may be a test's. */
export const idleMs = 30 * minute
export const absoluteMs = 12 * 60 * minute
export const lockAfter = 5
export const lockMs = 15 * minute

type Lived = { startedAt: Date; lastActiveAt: Date }

/** Idle for half an hour or open for half a day: the session is over. */
export const isOver = ({ startedAt, lastActiveAt }: Lived, now: Date) =>
  now.getTime() - lastActiveAt.getTime() >= idleMs || now.getTime() - startedAt.getTime() >= absoluteMs

export const isLocked = (tries: { failures: number; lastFailedAt: Date } | null, now: Date) =>
  tries !== null && tries.failures >= lockAfter && now.getTime() - tries.lastFailedAt.getTime() < lockMs

/** Writing the last activity at every click would make every read a write. */
export const touchEveryMs = minute
