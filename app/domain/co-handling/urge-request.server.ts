import { eq, sql } from 'drizzle-orm'
import { request } from '~/db/schema/co-handling'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { partyName } from './party-name.server'

/** 催办: counted on the request and put in the outbox. */
export const urgeRequest = (command: Command, target: Target) =>
  move(command, 'urge_request', target, {}, async (tx, f) => {
    const id = f.request?.id ?? ''
    await tx
      .update(request)
      .set({ urgedTimes: sql`${request.urgedTimes} + 1` })
      .where(eq(request.id, id))
    return {
      result: null,
      details: { party: await partyName(tx, f) },
      messages: [{ topic: 'request_urged', payload: { requestId: id } }],
    }
  })
