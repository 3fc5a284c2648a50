import type { Track } from '../proposal/words-of-the-trade'
import type { Day } from './day'
import type { DeadlineKind } from './deadline-words'
import type { NoticeDays } from './profile-for'

export type InForce = { track: Track; id: string; version: number; from: Day }

/**
 * Of the entries of a track that hold on this day, the one with the latest day; of several with the same day, the one
 * entered last. Null where the bureau entered none: the statutory default holds.
 */
export function inForceOn(entries: readonly InForce[], track: Track, day: Day): InForce | null {
  let best: InForce | null = null
  for (const entry of entries)
    if (entry.track === track && entry.from <= day && (best === null || entry.from >= best.from)) best = entry
  return best
}

export type NoticedDay = { meetingId: string; kind: DeadlineKind; dueOn: Day | null; source: string }

/** The days that hold for a meeting; what was entered last counts, without a day it was taken back. */
export function noticeDaysOf(entered: readonly NoticedDay[], meetingId: string): NoticeDays {
  const last = new Map(entered.filter((e) => e.meetingId === meetingId).map((e) => [e.kind, e]))
  return Object.fromEntries(
    [...last.values()].flatMap(({ kind, dueOn, source }) =>
      dueOn === null ? [] : [[kind, { dueOn, source }]],
    ),
  )
}
