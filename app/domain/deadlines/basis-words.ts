import { derivationSentence, type Derivation } from './derivation'

/** A stored derivation as one cell of a table: how the day was reached and the rule it rests on. */
export function basisWords(stored: string): string {
  const basis = JSON.parse(stored) as Derivation | { setByHand: string }
  if ('setByHand' in basis) return `人工定于 ${basis.setByHand}`
  return `${derivationSentence(basis)}。依据：${basis.citation}`
}
