import { bureauWideRoles, type Role } from '../people/kinds'

/** The library is the bureau's own people's: they read it, bring pages in, and stand for what was read. */
export const libraryReaders: readonly Role[] = [...bureauWideRoles, 'division_head', 'handler']
