import type { Role } from '../people/kinds'
import type { StepState } from './states'

export type PlannedStep = {
  rank: number
  role: Role
  divisionId: string | null
  state: StepState
  note: string | null
}

export type StepHolder = { userId: string; role: Role; divisionId: string | null }

/**
 * The steps of one submission. Steps of a group run side by side; a step all of whose holders wrote the draft goes
 * to the next higher one and says so (design.md §3, NOT_DRAFTER).
 */
export function planChain(
  groups: readonly (readonly Role[])[],
  drafterId: string,
  divisionId: string | null,
  holders: readonly StepHolder[],
): PlannedStep[] {
  const steps = groups.flatMap((group, rank) =>
    group.map((role): PlannedStep => {
      const ofDivision = role === 'division_head' ? divisionId : null
      const held = holders.filter(
        (h) => h.role === role && (ofDivision === null || h.divisionId === ofDivision),
      )
      const others = held.filter((h) => h.userId !== drafterId)
      const isDraftersOnly = held.length > 0 && others.length === 0
      return !isDraftersOnly
        ? { rank, role, divisionId: ofDivision, state: 'waiting', note: null }
        : { rank, role, divisionId: ofDivision, state: 'handed_up', note: '拟稿人即本步审核人，由上一级审核' }
    }),
  )
  return openNext(steps)
}

const isDone = (state: StepState) => state === 'approved' || state === 'handed_up'

/** Opens the steps of the first rank that is not done; the rest wait. */
export function openNext<S extends { rank: number; state: StepState }>(steps: readonly S[]): S[] {
  const ranks = steps.filter((s) => !isDone(s.state)).map((s) => s.rank)
  const rank = ranks.length > 0 ? Math.min(...ranks) : null
  return steps.map((s) => (s.rank === rank && s.state === 'waiting' ? { ...s, state: 'open' } : s))
}
