import { z } from 'zod'
import { isDay } from '../deadlines/day'
import { hasHiddenCharacters } from '../drafting/plain-text'
import { handlingRoles, priorities, sessionKinds, tracks } from './words-of-the-trade'
import { proposalStates } from './states'

const chosen = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words).optional().catch(undefined)

/** The list, its export and its saved link are this one object, read from the query string; nonsense filters nothing. */
export const proposalFilter = z.object({
  q: z
    .string()
    .trim()
    .max(60)
    .refine((q) => !hasHiddenCharacters(q))
    .optional()
    .catch(undefined),
  track: chosen(tracks),
  state: chosen(proposalStates),
  role: chosen(handlingRoles),
  session: chosen(sessionKinds),
  priority: chosen(priorities),
  /** 退办待复. */
  objected: chosen(['yes']),
  /** within14: still on time, late in fourteen days if nothing is done. */
  due: chosen(['late', 'within14']),
  mine: chosen(['yes']),
  division: z.uuid().optional().catch(undefined),
  handler: z.uuid().optional().catch(undefined),
  /** A unit that still owes us an opinion. */
  unit: z.uuid().optional().catch(undefined),
  /** The next duty is due on this day. */
  on: z.string().refine(isDay).optional().catch(undefined),
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}~[\w-]{1,20}$/)
    .refine((cursor) => isDay(cursor.slice(0, 10)))
    .optional()
    .catch(undefined),
})

export type ProposalFilter = z.infer<typeof proposalFilter>

export const readFilter = (params: URLSearchParams): ProposalFilter =>
  proposalFilter.parse(Object.fromEntries([...params].filter(([, value]) => value !== '')))

/** The filter as a query string, without the page cursor unless given. */
export function filterQuery(filter: ProposalFilter, after?: string): string {
  const { after: _dropped, ...rest } = filter
  const entries = Object.entries({ ...rest, after }).filter((e): e is [string, string] => Boolean(e[1]))
  return new URLSearchParams(entries).toString()
}
