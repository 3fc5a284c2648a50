import type { DeadlineFacts, ExtensionFacts } from '../proposal/facts'
import type { DeadlineKind } from './deadline-words'
import { dueAgain } from './due-again'
import type { Due } from './due-dates'
import type { RoundPause } from './pauses'
import type { DeadlineRule } from './rule-profile'
import type { Rules } from './rulebook'

/** A proposal's clocks with all that changes them. */
export type Clocked = Rules & {
  proposal: { isWide: boolean; round: number }
  deadlines: readonly DeadlineFacts[]
  pauses: readonly RoundPause[]
  extensions: readonly Pick<ExtensionFacts, 'deadlineId' | 'amount'>[]
}

export type Recounted = { deadline: DeadlineFacts; name: string; due: Due }

export const ruleOfDeadline = (
  { profile }: Pick<Rules, 'profile'>,
  deadline: { kind: string },
): DeadlineRule => profile.deadlines[deadline.kind as DeadlineKind]

/** Duties of this round that are still to be done; what was done keeps the day it was judged by. */
export const openDeadlines = (f: Pick<Clocked, 'deadlines' | 'proposal'>): DeadlineFacts[] =>
  f.deadlines.filter((d) => d.metOn === null && d.round === f.proposal.round)

/** Open deadlines counted again from their start, with the pauses of their round and the extension in force. */
export const recounted = (f: Clocked, deadlines: readonly DeadlineFacts[] = openDeadlines(f)): Recounted[] =>
  deadlines.map((deadline) => ({
    deadline,
    name: ruleOfDeadline(f, deadline).name,
    due: dueAgain({
      ...f,
      deadline,
      pauses: f.pauses.filter((p) => p.round === deadline.round),
      extension: f.extensions.find((e) => e.deadlineId === deadline.id)?.amount ?? 0,
    }),
  }))

export type Room = {
  unit: Exclude<DeadlineRule['unit'], 'fixed'>
  /** The amount without an extension, and the longest the profile allows. */
  base: number
  most: number | null
}

/** How far a deadline may be extended; null for a fixed date, which takes no extension. */
export function roomFor(f: Pick<Clocked, 'profile' | 'proposal'>, deadline: { kind: string }): Room | null {
  const rule = ruleOfDeadline(f, deadline)
  if (rule.unit === 'fixed') return null
  const base = f.proposal.isWide ? (rule.wideAmount ?? rule.amount) : rule.amount
  return { unit: rule.unit, base, most: rule.maxAmount }
}
