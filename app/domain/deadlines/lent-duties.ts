import type { RequestFacts, ReceiptFacts } from '../proposal/facts'
import { awaitsUnit } from '../co-handling/request-states'
import type { Day } from './day'
import { requestBasis } from './request-basis'

/**
 * A duty others owe: it is kept with its request or its receipt, and neither a pause nor an extension of the proposal
 * moves it. What a person set, or was set when an opinion was returned, is none of these.
 */
export type LentDuty = {
  id: string
  kind: 'opinion' | 'receipt'
  startOn: Day
  dueOn: Day
  isProvisional: boolean
  derivation: string
}

export function lentDuty(
  kind: LentDuty['kind'],
  { id, dueOn, derivation }: { id: string; dueOn: Day; derivation: string },
): LentDuty | null {
  const basis = requestBasis(derivation)
  if (!('start' in basis)) return null
  return {
    id,
    kind,
    startOn: basis.start,
    dueOn,
    isProvisional: basis.yearsWithoutNotice.length > 0,
    derivation,
  }
}

/** The duties others owe in this round. */
export function lentDuties(f: {
  proposal: { round: number }
  requests: readonly RequestFacts[]
  receipts: readonly ReceiptFacts[]
}): LentDuty[] {
  const own = <R extends { round: number }>(rows: readonly R[]) =>
    rows.filter((r) => r.round === f.proposal.round)
  return [
    ...own(f.requests).flatMap((r) => (awaitsUnit(r.state) ? (lentDuty('opinion', r) ?? []) : [])),
    ...own(f.receipts).flatMap((r) => (r.state === 'awaiting' ? (lentDuty('receipt', r) ?? []) : [])),
  ]
}
