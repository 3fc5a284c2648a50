import type { Day } from '../deadlines/day'
import { awaitsUnit, isSettledRequest, type RequestState } from './request-states'

/** Worst first: nobody will answer, we disagree, it must be redone, it has not even been signed for … */
const fromWorst: readonly RequestState[] = [
  'declined', 'disputed', 'returned', 'sent', 'acknowledged', 'draft', 'answered', 'resolved', 'waived', 'filed', 'accepted', 'cancelled',
] // prettier-ignore

export type RequestSummary = {
  /** Settled and asked, e.g. 3 of 5; what was cancelled was not asked. */
  settled: number
  asked: number
  worst: RequestState | null
  /** The nearest due day among those still owed. */
  owedBy: Day | null
}

/** How the requests of one round stand, as one line of a list says it. */
export function summaryOf(requests: readonly { state: RequestState; dueOn: Day }[]): RequestSummary {
  const asked = requests.filter((r) => r.state !== 'cancelled')
  const [owedBy = null] = asked
    .filter((r) => awaitsUnit(r.state))
    .map((r) => r.dueOn)
    .toSorted()
  return {
    settled: asked.filter((r) => isSettledRequest(r.state)).length,
    asked: asked.length,
    worst: fromWorst.find((state) => asked.some((r) => r.state === state)) ?? null,
    owedBy,
  }
}

/** Everybody who was asked declined, as far as we did not take the request back: nobody is left to give an opinion. */
export function isNobodyLeft(requests: readonly { state: RequestState }[]): boolean {
  const asked = requests.filter((r) => r.state !== 'cancelled' && r.state !== 'waived')
  return asked.length > 0 && asked.every((r) => r.state === 'declined')
}
