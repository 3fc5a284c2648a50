import type { Registration } from '../registration'
import type { ReadField } from './provenance-states'

/** A registered field in the form a reading has it, so that the two can be compared. */
export const asRead = (input: Registration, field: ReadField): string =>
  field === 'sponsors' ? input.sponsors.join('\n') : input[field]
