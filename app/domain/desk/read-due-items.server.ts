import { and, asc, between, eq, lte, sql } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { proposal, proposalAccess } from '~/db/schema/proposal'
import type { Day } from '../deadlines/day'
import type { Viewer } from '../people/viewer'
import { isWithinReach, matchesFilter, seek, type Sought } from '../proposal/list-conditions.server'
import type { ProposalFilter } from '../proposal/proposal-filter'
import { readRows, type ProposalRow } from '../proposal/proposal-rows.server'

export type Span = { from: Day; to: Day }
/** A day on which something is due: how much, and the first few of it. */
export type DueItems = { day: Day; count: number; rows: ProposalRow[] }

/** What is due on each day of a span, `most` of each day with its row. */
export async function readDueItems(
  viewer: Viewer,
  span: Span,
  filter: ProposalFilter,
  { today, most }: { today: Day; most: number },
): Promise<DueItems[]> {
  return await asViewer(viewer, async (tx) => {
    const keys = await dueKeys(tx, viewer, span, await seek(tx, filter), { today, most })
    const rows = await readRows(
      tx,
      keys.map((key) => key.id),
      today,
    )
    const days = new Map<Day, DueItems>()
    for (const { id, dueOn, total } of keys) {
      const day = days.get(dueOn) ?? { day: dueOn, count: total, rows: [] }
      day.rows.push(...rows.filter((row) => row.id === id))
      days.set(dueOn, day)
    }
    return [...days.values()]
  })
}

/** The first keys of each day, with how many the day has: one range of the list's index. */
export function dueKeys(
  tx: Tx,
  viewer: Viewer,
  span: Span,
  filter: Sought,
  { today, most }: { today: Day; most: number },
) {
  const within = tx
    .selectDistinct({ id: proposal.id, dueOn: proposalAccess.dueOn, registerNo: proposalAccess.registerNo })
    .from(proposalAccess)
    .innerJoin(proposal, eq(proposal.id, proposalAccess.proposalId))
    .where(
      and(
        isWithinReach(viewer),
        between(proposalAccess.dueOn, span.from, span.to),
        ...matchesFilter(viewer, filter, today),
      ),
    )
    .as('within')
  const numbered = tx
    .select({
      id: within.id,
      dueOn: within.dueOn,
      n: sql<number>`row_number() over (partition by ${within.dueOn} order by ${within.registerNo})`
        .mapWith(Number)
        .as('n'),
      total: sql<number>`count(*) over (partition by ${within.dueOn})`.mapWith(Number).as('total'),
    })
    .from(within)
    .as('numbered')
  return tx.select().from(numbered).where(lte(numbered.n, most)).orderBy(asc(numbered.dueOn), asc(numbered.n))
}
