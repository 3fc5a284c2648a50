import { sql, type SQL } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { proposal } from '~/db/schema/proposal'
import { proposalSearch } from '~/db/schema/search'
import { phraseQueries } from './bigrams'

/** So many ids are fetched and sorted; of a more common phrase the list is read in its order and each row looked at. */
export const mostFound = 1_000

export type Found = {
  /** As a condition over `proposal`. */
  condition: SQL
  /** How many hold the phrase; null where there are more than mostFound, which nobody counts. */
  count: number | null
}

const asQueries = (phrases: readonly string[]) =>
  sql`array[${sql.join(
    phrases.map((phrase) => sql`${phrase}::tsquery`),
    sql`, `,
  )}]`

/** The ids this viewer may see whose words hold the phrases: the one door to the index (design.md §3, Walls). */
export async function searchIds(tx: Tx, phrases: readonly string[], most: number): Promise<string[]> {
  if (phrases.length === 0) return []
  const rows = await tx.execute<{ id: string }>(
    sql`select id from fuhan_search(${asQueries(phrases)}, ${most}) as id`,
  )
  return rows.map((row) => row.id)
}

/** Where a phrase stands, in two steps: its ids; of a common one, a look at each row of the ordered list. */
export async function lookFor(tx: Tx, phrase: string): Promise<Found> {
  const phrases = phraseQueries(phrase)
  const ids = await searchIds(tx, phrases, mostFound + 1)
  if (ids.length <= mostFound)
    return { condition: sql`${proposal.id} = any(${`{${ids.join(',')}}`}::uuid[])`, count: ids.length }
  const each = phrases.map(
    (one) =>
      sql`exists (select from ${proposalSearch} where ${proposalSearch.proposalId} = ${proposal.id} and ${proposalSearch.words} @@ ${one}::tsquery)`,
  )
  return { condition: sql.join(each, sql` and `), count: null }
}
