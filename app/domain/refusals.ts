/** A guard's answer when it refuses: shown on the page beside the disabled button, and thrown by the command. */
export type Refusal = { code: string; message: string; whoCanResolve: string }

/** What happened meanwhile, for the loser of a race. */
export type Change = { when: Date; who: string; sentence: string }

export type Problem = { field: string; message: string }

/** Absent, or not for this viewer: the two look alike. */
export class NotFound extends Error {
  constructor(readonly what: string) {
    super(`not found: ${what}`)
  }
}

/** The rules say no; every reason names who can help. */
export class Refused extends Error {
  constructor(
    readonly event: string,
    readonly reasons: readonly Refusal[],
  ) {
    super(`${event} refused: ${reasons.map((r) => r.code).join(', ')}`)
  }
}

/** Somebody was first: a stale version, or an idempotency key already used with another input. */
export class Conflict extends Error {
  constructor(
    override readonly message: string,
    readonly changed: readonly Change[],
    readonly firstResult?: unknown,
  ) {
    super(message)
  }
}

/** Bad input, named field by field. */
export class Invalid extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((p) => `${p.field}: ${p.message}`).join('; '))
  }
}
