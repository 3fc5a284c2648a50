import { eq, sql } from 'drizzle-orm'
import { request } from '~/db/schema/co-handling'
import { partyName } from '../co-handling/party-name.server'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { recordUrging } from './record-urging.server'

/** 催办 of one request: counted on it, told to the unit, and kept for a 催办单. A reason may be given. */
export const urgeRequest = (command: Command, target: Target, input: { reason?: string } = {}) =>
  move(command, 'urge_request', target, input, async (tx, f) => {
    const id = f.request?.id ?? ''
    const reason = input.reason ?? ''
    await tx
      .update(request)
      .set({ urgedTimes: sql`${request.urgedTimes} + 1` })
      .where(eq(request.id, id))
    const urgingId = await recordUrging(tx, command, f, { requestId: id, reason })
    return { result: { urgingId }, details: { party: await partyName(tx, f), ...(reason ? { reason } : {}) } }
  })
