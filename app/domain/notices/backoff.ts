const minuteMs = 60_000

/** Minutes until the next try: 1, 2, 4, 8, then every 15. A claimed message is left alone as long. */
export const nextTry = (attempts: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(15, 2 ** Math.min(attempts, 10)) * minuteMs)
