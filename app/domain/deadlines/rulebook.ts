import type { Track } from '../proposal/words-of-the-trade'
import type { Calendar } from './calendar'
import type { Day } from './day'
import type { NoticeDay } from './deadline-rule'
import { profileFor, withItemDay, type Item, type NoticeDays } from './profile-for'
import type { RuleProfile } from './rule-profile'

/** What a bureau counts with at this moment: the calendar in force, and every version of every profile it ever used. */
export type Rulebook = {
  calendar: Calendar
  /** @throws RangeError when there is no such version */
  profileOf: (id: string, version: number) => RuleProfile
  /** The version a proposal of this track handed over on this day is put under when it is registered. */
  inForceOn: (track: Track, day: Day) => RuleProfile
  /** The days the notice of a meeting fixes besides the rules. */
  noticeDaysOf: (meetingId: string) => NoticeDays
}

/** A proposal, or a row of one, with the version of the rules it was registered under. */
export type Ruled = Item & {
  profileId: string
  profileVersion: number
  meetingId?: string
  itemDay?: NoticeDay | null
}

/** The rules of one proposal and the calendar they are counted on. */
export type Rules = Pick<Rulebook, 'calendar'> & { profile: RuleProfile }

export const rulesOf = (rulebook: Rulebook, ruled: Ruled): Rules => ({
  calendar: rulebook.calendar,
  profile: profileFor(
    rulebook.profileOf(ruled.profileId, ruled.profileVersion),
    ruled,
    withItemDay(
      ruled.meetingId === undefined ? {} : rulebook.noticeDaysOf(ruled.meetingId),
      ruled.itemDay ?? null,
      ruled.handlingRole,
    ),
  ),
})
