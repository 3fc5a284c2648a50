import { and, asc, eq, gte, ilike, inArray, lt, lte, or, sql, type SQL } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { proposal, proposalAccess, sponsor } from '~/db/schema/proposal'
import { delegate } from '~/db/schema/people'
import { addDays, type Day } from '../deadlines/day'
import { partiesOf, type Viewer } from '../people/viewer'
import { nothingDue } from './access'
import { readRows, type ProposalRow } from './proposal-rows.server'
import type { ProposalFilter } from './proposal-filter'

export const pageSize = 50

export type ProposalPage = { rows: ProposalRow[]; next: string | null }

/** One page of what the viewer may see, the nearest due day first (keyset: no offset, no count). */
export async function findProposals(
  viewer: Viewer,
  filter: ProposalFilter,
  today: Day,
  limit = pageSize,
): Promise<ProposalPage> {
  return await asViewer(viewer, async (tx) => {
    const found = await findKeys(tx, viewer, filter, today, limit + 1)
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    const rows = await readRows(
      tx,
      shown.map((k) => k.id),
      today,
    )
    return { rows, next: found.length > limit && last ? `${last.dueOn}~${last.registerNo}` : null }
  })
}

type Key = { id: string; dueOn: Day; registerNo: string }

async function findKeys(
  tx: Tx,
  viewer: Viewer,
  filter: ProposalFilter,
  today: Day,
  limit: number,
): Promise<Key[]> {
  const parties = partiesOf(viewer)
  if (parties.length === 0 || !viewer.bureauId) return []
  const columns = { id: proposal.id, dueOn: proposalAccess.dueOn, registerNo: proposalAccess.registerNo }
  const one = parties.length === 1 ? parties[0] : undefined
  // A viewer of several parties may meet a proposal twice; of one party, never, and the index gives the order.
  const select = one ? tx.select(columns) : tx.selectDistinct(columns)
  return await select
    .from(proposalAccess)
    .innerJoin(proposal, eq(proposal.id, proposalAccess.proposalId))
    .where(
      and(
        eq(proposalAccess.bureauId, viewer.bureauId),
        one ? eq(proposalAccess.party, one) : inArray(proposalAccess.party, parties),
        ...conditions(viewer, filter, today),
      ),
    )
    .orderBy(asc(proposalAccess.dueOn), asc(proposalAccess.registerNo))
    .limit(limit)
}

function conditions(viewer: Viewer, filter: ProposalFilter, today: Day): (SQL | undefined)[] {
  return [
    filter.track ? eq(proposal.track, filter.track) : undefined,
    filter.state ? eq(proposal.state, filter.state) : undefined,
    filter.role ? eq(proposal.handlingRole, filter.role) : undefined,
    filter.mine && viewer.userId ? eq(proposal.handlerId, viewer.userId) : undefined,
    filter.due === 'late' ? lt(proposalAccess.dueOn, today) : undefined,
    filter.due === 'within14'
      ? and(gte(proposalAccess.dueOn, today), lte(proposalAccess.dueOn, addDays(today, 14)))
      : undefined,
    filter.on ? eq(proposalAccess.dueOn, filter.on) : undefined,
    filter.q ? matches(filter.q) : undefined,
    filter.after ? afterCursor(filter.after) : undefined,
  ]
}

/** Official or register number, words of the subject, or a sponsor's name. */
function matches(q: string) {
  const like = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const named = sql`exists (select from ${sponsor} join ${delegate} on ${delegate.id} = ${sponsor.delegateId}
    where ${sponsor.proposalId} = ${proposal.id} and ${delegate.name} like ${like})`
  return or(eq(proposal.officialNo, q), eq(proposal.registerNo, q), ilike(proposal.subject, like), named)
}

function afterCursor(cursor: string) {
  const [dueOn, registerNo] = cursor.split('~')
  return sql`(${proposalAccess.dueOn}, ${proposalAccess.registerNo}) > (${dueOn ?? nothingDue}::date, ${registerNo ?? ''})`
}
