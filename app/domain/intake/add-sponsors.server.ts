import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { delegate } from '~/db/schema/people'
import { sponsor } from '~/db/schema/proposal'
import { spellingOf } from '../people/name-spelling.server'
import type { Track } from '../proposal/words-of-the-trade'

export type Sponsors = { names: readonly string[]; track: Track; term: number; isOrganisation: boolean }

/** Records who proposed it, in order; a name of the same term and track is the same delegate. */
export async function addSponsors(tx: Tx, to: { proposalId: string; bureauId: string }, from: Sponsors) {
  for (const [index, name] of from.names.entries()) {
    const delegateId = await delegateNamed(tx, to.bureauId, name, from)
    await tx.insert(sponsor).values({ ...to, delegateId, position: index + 1 })
  }
}

async function delegateNamed(tx: Tx, bureauId: string, name: string, from: Sponsors): Promise<string> {
  const { track, term } = from
  const kind = from.isOrganisation ? 'organisation' : 'person'
  const same = and(
    eq(delegate.track, track),
    eq(delegate.name, name),
    eq(delegate.term, term),
    eq(delegate.kind, kind),
  )
  const [known] = await tx.select({ id: delegate.id }).from(delegate).where(same)
  if (known) return known.id
  const id = randomUUID()
  await tx
    .insert(delegate)
    .values({ id, bureauId, track, kind, name, term, ...spellingOf(name, kind === 'person') })
  return id
}
