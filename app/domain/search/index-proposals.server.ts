import { and, asc, eq, gt, notExists, sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { proposal } from '~/db/schema/proposal'
import { proposalSearch } from '~/db/schema/search'
import { nobody, type Viewer } from '../people/viewer'
import { keepSearchable } from './keep-searchable.server'

const atOnce = 50

/** Who makes the index anew: as one who reads every proposal of the bureau, for the house itself is kept from asks and names. */
const indexerOf = (bureauId: string): Viewer => ({
  ...nobody,
  bureauId,
  memberships: [{ role: 'coordinator', divisionId: null, unitId: null }],
})

/** Makes every proposal findable that is not yet: what was there before the index. May be cut short and begun again. */
export async function indexWhatIsMissing(bureauId: string): Promise<number> {
  let made = 0
  for (let last = atOnce; last === atOnce; made += last)
    last = await asViewer(indexerOf(bureauId), async (tx) => {
      const rows = await tx
        .select({ id: proposal.id })
        .from(proposal)
        .where(
          notExists(
            tx
              .select({ one: sql`1` })
              .from(proposalSearch)
              .where(eq(proposalSearch.proposalId, proposal.id)),
          ),
        )
        .limit(atOnce)
      for (const { id } of rows) await keepSearchable(tx, id)
      return rows.length
    })
  return made
}

/** Looks at every proposal again and mends what differs; answers how many did. None should. */
export async function recountSearch(bureauId: string): Promise<number> {
  let differed = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { last, mended } = await asViewer(indexerOf(bureauId), async (tx) => {
      const rows = await tx
        .select({ id: proposal.id })
        .from(proposal)
        .where(and(eq(proposal.bureauId, bureauId), gt(proposal.id, after)))
        .orderBy(asc(proposal.id))
        .limit(atOnce)
      let count = 0
      for (const { id } of rows) if (await keepSearchable(tx, id)) count += 1
      return { last: rows.at(-1)?.id, mended: count }
    })
    differed += mended
    if (last === undefined) return differed
    after = last
  }
}
