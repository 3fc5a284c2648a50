import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { insertMany } from '~/db/insert-many.server'
import { delegate } from '~/db/schema/people'
import { spellingOf } from '../../people/name-spelling.server'
import type { Track } from '../../proposal/words-of-the-trade'
import type { ListedRegistration } from '../registration'

type Named = { track: Track; term: number; name: string; kind: 'person' | 'organisation' }

/** A list's sponsor is one of an organisation, or a person. */
export const delegateKindOf = (item: Pick<ListedRegistration, 'sponsorKind'>) =>
  item.sponsorKind === 'organisation' ? ('organisation' as const) : ('person' as const)

const keyOf = ({ track, term, name, kind }: Named) => `${track} ${term} ${kind} ${name}`

/** The delegates of these items; who is not known in his term yet is made a delegate of it, as addSponsors does. */
export async function delegatesNamed(
  tx: Tx,
  bureauId: string,
  items: readonly { item: ListedRegistration; term: number }[],
): Promise<{ get: (named: Named) => string }> {
  const wanted = new Map<string, Named>()
  for (const { item, term } of items)
    for (const name of item.sponsors) {
      const named = { track: item.track, term, name, kind: delegateKindOf(item) }
      wanted.set(keyOf(named), named)
    }
  const known = await tx
    .select()
    .from(delegate)
    .where(
      sql`(${delegate.track}, ${delegate.term}, ${delegate.kind}, ${delegate.name}) in (select w.track, w.term, w.kind, w.name
        from jsonb_to_recordset(${JSON.stringify([...wanted.values()])}::text::jsonb) as w(track text, term integer, kind text, name text))`,
    )
  const ids = new Map(known.map((row) => [keyOf(row as Named), row.id]))
  const missing = [...wanted].flatMap(([key, named]) => (ids.has(key) ? [] : [{ key, row: { id: randomUUID(), bureauId, ...named, ...spellingOf(named.name, named.kind === 'person') } }])) // prettier-ignore
  await insertMany(tx, delegate, missing.map((m) => m.row)) // prettier-ignore
  for (const { key, row } of missing) ids.set(key, row.id)
  return {
    get(named) {
      const id = ids.get(keyOf(named))
      if (!id) throw new Error('a sponsor without a delegate')
      return id
    },
  }
}
