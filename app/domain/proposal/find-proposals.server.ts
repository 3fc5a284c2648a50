import { and, asc, eq } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { proposal, proposalAccess } from '~/db/schema/proposal'
import type { Day } from '../deadlines/day'
import type { Viewer } from '../people/viewer'
import { isWithinReach, matchesFilter, onlyParty, seek, type Sought } from './list-conditions.server'
import { readRows, type ProposalRow } from './proposal-rows.server'
import type { ProposalFilter } from './proposal-filter'

export const pageSize = 50

/** `isCommon`: so many hold the phrase looked for that nobody counts them. */
export type ProposalPage = { rows: ProposalRow[]; next: string | null; isCommon: boolean }

/** One page of what the viewer may see, the nearest due day first (keyset: no offset, no count). */
export async function findProposals(
  viewer: Viewer,
  filter: ProposalFilter,
  today: Day,
  limit = pageSize,
): Promise<ProposalPage> {
  return await asViewer(viewer, async (tx) => {
    const sought = await seek(tx, filter)
    const found = await findKeys(tx, viewer, sought, today, limit + 1)
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    const rows = await readRows(
      tx,
      shown.map((k) => k.id),
      today,
    )
    return {
      rows,
      next: found.length > limit && last ? `${last.dueOn}~${last.registerNo}` : null,
      isCommon: sought.found?.count === null,
    }
  })
}

/** The keys of one page, straight off the index of the list. */
export function findKeys(tx: Tx, viewer: Viewer, filter: Sought, today: Day, limit: number) {
  const columns = {
    id: proposal.id,
    state: proposal.state,
    round: proposal.round,
    dueOn: proposalAccess.dueOn,
    registerNo: proposalAccess.registerNo,
  }
  // A viewer of several parties may meet a proposal twice; of one party, never, and the index gives the order.
  const select = onlyParty(viewer) ? tx.select(columns) : tx.selectDistinct(columns)
  return select
    .from(proposalAccess)
    .innerJoin(proposal, eq(proposal.id, proposalAccess.proposalId))
    .where(and(isWithinReach(viewer), ...matchesFilter(viewer, filter, today)))
    .orderBy(asc(proposalAccess.dueOn), asc(proposalAccess.registerNo))
    .limit(limit)
}
