import { asc, count, eq, sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { incomingRequest } from '~/db/schema/between-bureaus'
import { unit } from '~/db/schema/people'
import { proposal } from '~/db/schema/proposal'
import type { Viewer } from '../people/viewer'
import { NotFound } from '../refusals'

const mostShown = 200

const shown = {
  row: incomingRequest,
  from: unit.fullName,
  registerNo: proposal.registerNo,
}

/** 来件 of this bureau: what waits to be registered first, then by due day. */
export const readIncomingList = (viewer: Viewer) =>
  asViewer(viewer, (tx) =>
    tx
      .select(shown)
      .from(incomingRequest)
      .innerJoin(unit, eq(unit.id, incomingRequest.unitId))
      .leftJoin(proposal, eq(proposal.id, incomingRequest.proposalId))
      .orderBy(
        asc(sql`case when ${incomingRequest.state} = 'waiting' then 0 else 1 end`),
        asc(incomingRequest.dueOn),
        asc(incomingRequest.id),
      )
      .limit(mostShown),
  )

/** @throws NotFound when there is none, or it is not this viewer's */
export async function readOneIncoming(viewer: Viewer, id: string) {
  const [found] = await asViewer(viewer, (tx) =>
    tx
      .select(shown)
      .from(incomingRequest)
      .innerJoin(unit, eq(unit.id, incomingRequest.unitId))
      .leftJoin(proposal, eq(proposal.id, incomingRequest.proposalId))
      .where(eq(incomingRequest.id, id)),
  )
  if (!found) throw new NotFound('incoming')
  return found
}

/** For whom another bureau's question is answered in this proposal; empty where nobody of this house asked. */
export const incomingOf = (viewer: Viewer, proposalId: string) =>
  asViewer(viewer, (tx) =>
    tx
      .select({ row: incomingRequest, from: unit.fullName })
      .from(incomingRequest)
      .innerJoin(unit, eq(unit.id, incomingRequest.unitId))
      .where(eq(incomingRequest.proposalId, proposalId)),
  )

export async function countWaiting(viewer: Viewer): Promise<number> {
  const [row] = await asViewer(viewer, (tx) =>
    tx.select({ n: count() }).from(incomingRequest).where(eq(incomingRequest.state, 'waiting')),
  )
  return row?.n ?? 0
}
