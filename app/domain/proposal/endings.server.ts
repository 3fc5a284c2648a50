import { inArray } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { division, unit } from '~/db/schema/people'
import { lapseApprovals, thawed } from '../clearance/lapse-approvals.server'
import { isSettledRequest } from '../co-handling/request-states'
import { isOpenReply } from '../reply/states'
import type { Facts } from './facts'
import type { Carried } from './outcome.server'

/**
 * What ends with the proposal when it is withdrawn, handed on or void: the open reply (approvals and signature lapse),
 * every request not settled, the open objection. Each is an event of its own in the log, in the same transaction.
 */
export async function endingsOf(tx: Tx, f: Facts, now: Date, reason: string): Promise<Carried[]> {
  const { reply } = f
  const isOpen = reply !== null && isOpenReply(reply.state)
  if (isOpen) await lapseApprovals(tx, reply, now)
  const replies: Carried[] = isOpen
    ? [{ event: 'reply_ended', replyId: reply.id, replyChanges: thawed, details: { reason } }]
    : []
  return [...replies, ...(await endedRequests(tx, f, now, reason)), ...endedObjection(f, now, reason)]
}

async function endedRequests(tx: Tx, f: Facts, now: Date, reason: string): Promise<Carried[]> {
  const open = f.requests.filter((r) => !isSettledRequest(r.state))
  if (open.length === 0) return []
  const unitIds = open.flatMap((r) => r.unitId ?? [])
  const divisionIds = open.flatMap((r) => r.divisionId ?? [])
  const [units, divisions] = await Promise.all([
    unitIds.length > 0
      ? tx.select({ id: unit.id, name: unit.shortName }).from(unit).where(inArray(unit.id, unitIds))
      : [],
    divisionIds.length > 0
      ? tx
          .select({ id: division.id, name: division.name })
          .from(division)
          .where(inArray(division.id, divisionIds))
      : [],
  ])
  const names = new Map([...units, ...divisions].map(({ id, name }) => [id, name]))
  return open.map((r) => ({
    event: 'request_ended',
    requestId: r.id,
    requestChanges: { settledAt: now, reason },
    details: { party: names.get(r.unitId ?? r.divisionId ?? '') ?? '', reason },
  }))
}

const endedObjection = (f: Facts, now: Date, reason: string): Carried[] =>
  f.objection?.state === 'raised'
    ? [
        {
          event: 'objection_ended',
          objectionId: f.objection.id,
          objectionChanges: { answer: reason, settledBy: f.viewer.userId, settledAt: now },
          details: { reason },
        },
      ]
    : []
