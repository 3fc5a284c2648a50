import type { Calendar } from './calendar'
import type { RuleProfile } from './rule-profile'

/** What a bureau counts with at this moment: the calendar in force, and every version of every profile it ever used. */
export type Rulebook = {
  calendar: Calendar
  /** @throws RangeError when there is no such version */
  profileOf: (id: string, version: number) => RuleProfile
  /** The version a proposal registered now is put under. */
  inForce: RuleProfile
}

/** A proposal, or a row of one, with the version of the rules it was registered under. */
export type Ruled = { profileId: string; profileVersion: number }

/** The rules of one proposal and the calendar they are counted on. */
export type Rules = Pick<Rulebook, 'calendar'> & { profile: RuleProfile }

export const rulesOf = (rulebook: Rulebook, ruled: Ruled): Rules => ({
  calendar: rulebook.calendar,
  profile: rulebook.profileOf(ruled.profileId, ruled.profileVersion),
})
