import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { appUser, division, membership } from '~/db/schema/people'
import { proposal } from '~/db/schema/proposal'
import type { Day } from '../deadlines/day'
import type { Viewer } from '../people/viewer'
import { readRows, type ProposalRow } from '../proposal/proposal-rows.server'
import type { ProposalState } from '../proposal/states'
import { NotFound } from '../refusals'
import { queueKinds, worksIn, type Load, type QueueKind } from './division-queue'
import { byPriority, reasonOf } from './priority-order'
import { rankOf } from './read-desk.server'
import { openIds, readWaiting } from './read-waiting.server'

export type QueueItem = {
  kind: QueueKind
  row: ProposalRow
  /** The request of a 会办待签收. */
  requestId: string | null
  reason: string
}

export type DivisionQueue = {
  divisionId: string
  name: string
  heads: string[]
  items: QueueItem[]
  /** The division's handlers by name, with what each has under way. */
  loads: Load[]
}

/** The divisions somebody works in, whatever his roles there. */
export const divisionsOf = (viewer: Viewer): string[] => [
  ...new Set(
    viewer.memberships.flatMap((m) =>
      (m.role === 'division_head' || m.role === 'handler') && m.divisionId ? m.divisionId : [],
    ),
  ),
]

const inTheDivision: ProposalState[] = ['assigned', 'handling']

/** What waits in a division the viewer works in, in the order of the desk. @throws NotFound for another's division */
export async function readQueue(viewer: Viewer, divisionId: string, today: Day): Promise<DivisionQueue> {
  const { bureauId } = viewer
  if (!bureauId || !worksIn(viewer, divisionId)) throw new NotFound('division')
  return await asViewer(viewer, async (tx) => {
    const ids = await openIds(tx, bureauId, [`division:${divisionId}`], inTheDivision)
    const [named, people, loads, requests, rows, waiting] = await Promise.all([
      tx.select({ name: division.name }).from(division).where(eq(division.id, divisionId)),
      readMembers(tx, divisionId),
      readLoads(tx, divisionId),
      ids.length > 0 ? unsignedRequests(tx, divisionId, ids) : [],
      readRows(tx, ids, today),
      ids.length > 0 ? readWaiting(tx, ids, today) : null,
    ])
    const items = rows
      .map((row) => ({ row, ...rankOf(row) }))
      .toSorted(byPriority)
      .flatMap(({ row, ...rank }): QueueItem[] => {
        const w = waiting?.get(row.id)
        if (!w || row.group?.isLed) return []
        const requestId = requests.find((r) => r.proposalId === row.id)?.id ?? null
        return queueKinds(divisionId, w, requestId).map((kind) => ({
          kind,
          row,
          requestId: kind === 'request' ? requestId : null,
          reason: reasonOf(rank, today),
        }))
      })
    const under = new Map(loads.map((l) => [l.handlerId, l.open]))
    return {
      divisionId,
      name: named[0]?.name ?? '',
      heads: people.filter((p) => p.role === 'division_head').map((p) => p.name),
      items,
      loads: people
        .filter((p) => p.role === 'handler')
        .map(({ userId, name }) => ({ userId, name, open: under.get(userId) ?? 0 })),
    }
  })
}

export const readMembers = (tx: Tx, divisionId: string) =>
  tx
    .select({ userId: appUser.id, name: appUser.name, role: membership.role })
    .from(membership)
    .innerJoin(appUser, eq(appUser.id, membership.userId))
    .where(and(eq(membership.divisionId, divisionId), isNull(appUser.disabledAt)))
    .orderBy(asc(appUser.name), asc(appUser.id))

const readLoads = (tx: Tx, divisionId: string) =>
  tx
    .select({ handlerId: proposal.handlerId, open: count() })
    .from(proposal)
    .where(and(eq(proposal.divisionId, divisionId), eq(proposal.state, 'handling')))
    .groupBy(proposal.handlerId)

export const unsignedRequests = (tx: Tx, divisionId: string, ids: string[]) =>
  tx
    .select({ id: request.id, proposalId: request.proposalId })
    .from(request)
    .innerJoin(proposal, and(eq(proposal.id, request.proposalId), eq(proposal.round, request.round)))
    .where(
      and(inArray(request.proposalId, ids), eq(request.divisionId, divisionId), eq(request.state, 'sent')),
    )
