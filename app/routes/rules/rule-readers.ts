import { roles } from '~/domain/people/kinds'

/** Everybody of the bureau and who oversees it may look its rules up; a co-handling unit has no business with them. */
export const ruleReaders = { roles: roles.filter((role) => role !== 'co_handler') }
