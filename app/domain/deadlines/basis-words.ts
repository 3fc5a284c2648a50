import { requestBasis, requestBasisWords } from './request-basis'

/** A stored derivation as one cell of a table: how the day was reached and the rule it rests on. */
export const basisWords = (stored: string): string => requestBasisWords(requestBasis(stored))
