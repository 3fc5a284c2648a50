import type { Day } from './day'
import { derivationSentence, type Derivation } from './derivation'

/**
 * How the due day of a request was reached: by the rule for opinions, by the rule for an opinion returned to be redone,
 * or set by a person. Only the first is counted anew when a calendar notice comes.
 */
export type RequestBasis = Derivation | { redo: Derivation } | SetByHand
export type SetByHand = { setByHand: Day; before?: Day; reason?: string }

export const requestBasis = (stored: string): RequestBasis => JSON.parse(stored) as RequestBasis

/** The day-by-day reckoning behind it; null where a person set the day. */
export function derivationOf(basis: RequestBasis): Derivation | null {
  if ('redo' in basis) return basis.redo
  return 'setByHand' in basis ? null : basis
}

export function setByHandWords({ setByHand, before, reason }: SetByHand): string {
  const day = before ? `由 ${before} 延至 ${setByHand}` : `人工定于 ${setByHand}`
  return reason ? `${day}：${reason}` : day
}

/** As one cell of a table: how the day was reached and the rule it rests on. */
export function requestBasisWords(basis: RequestBasis): string {
  if ('setByHand' in basis) return setByHandWords(basis)
  const counted = derivationOf(basis) as Derivation
  return `${derivationSentence(counted)}。依据：${counted.citation}`
}
