import type { Day } from './day'
import type { NoticeDay } from './deadline-rule'
import type { DeadlineKind } from './deadline-words'
import { derivationSentence, type Derivation } from './derivation'
import { dueAgain } from './due-again'
import type { Due } from './due-dates'
import type { Pause } from './pauses'
import type { Item } from './profile-for'
import { rulesOf, type Rulebook } from './rulebook'

/** A running deadline as it is stored, with all that its rule may depend on and nothing of its proposal's content. */
export type Running = Required<Item> & {
  meetingId: string
  /** The day the list fixed for this item; only its reply has one. */
  itemDay?: NoticeDay | null
  id: string
  registerNo: string
  kind: DeadlineKind
  startOn: Day
  dueOn: Day
  isProvisional: boolean
  isWide: boolean
  profileId: string
  profileVersion: number
  /** Those of its round, and what it is extended by now. */
  pauses: Pause[]
  extension: number
}

/** A deadline that a calendar would move, or whose day it would make certain (or uncertain again). */
export type Moved = Running & { name: string; again: Due }

export function movedDeadlines(running: readonly Running[], rulebook: Rulebook): Moved[] {
  return running.flatMap((deadline) => {
    const rules = rulesOf(rulebook, deadline)
    const again = dueAgain({ ...rules, ...deadline, deadline, proposal: deadline })
    if (again.due === deadline.dueOn && again.provisional === deadline.isProvisional) return []
    return { ...deadline, name: rules.profile.deadlines[deadline.kind].name, again }
  })
}

/** One move as pages show it. */
export type MoveLine = {
  id: string
  registerNo: string
  name: string
  from: Day
  to: Day
  wasProvisional: boolean
  isProvisional: boolean
  before: string
  after: string
}

export const moveLine = (moved: Moved, stored: Derivation): MoveLine => ({
  id: moved.id,
  registerNo: moved.registerNo,
  name: moved.name,
  from: moved.dueOn,
  to: moved.again.due,
  wasProvisional: moved.isProvisional,
  isProvisional: moved.again.provisional,
  before: derivationSentence(stored),
  after: derivationSentence(moved.again.derivation),
})

/** The years whose notices tell the two derivations apart. */
export function yearsThatDiffer(before: Derivation, after: Derivation): number[] {
  const kindsOf = (d: Derivation) => new Map(d.days.map((day) => [day.day, day.kind]))
  const [old, now] = [kindsOf(before), kindsOf(after)]
  const days = [...old.keys(), ...now.keys()].filter((day) => old.get(day) !== now.get(day))
  const known = before.yearsWithoutNotice.filter((year) => !after.yearsWithoutNotice.includes(year))
  return [...new Set([...days.map((day) => Number(day.slice(0, 4))), ...known])].toSorted((a, b) => a - b)
}
