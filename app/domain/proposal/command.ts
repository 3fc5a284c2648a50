import type { Viewer } from '../people/viewer'

/** Who commands, when, and under which key. Time is never ambient: routes take it from the two clocks. */
export type Command = {
  viewer: Viewer
  /** Business time: days are counted on it. */
  now: Date
  /** Real time: recorded_at, re-authentication, link expiry. */
  realNow: Date
  /** Idempotency key: the same key and input give the first result. */
  key: string
  reauthenticatedAt?: Date | null
}

/** What the command speaks of. `expectedVersion` is what the page showed. */
export type Target = {
  proposalId: string
  replyId?: string
  requestId?: string
  /** Other proposals the command acts on along with this one: all or none. */
  withIds?: readonly string[]
  expectedVersion?: number
}
