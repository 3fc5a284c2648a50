import { eq } from 'drizzle-orm'
import { division } from '~/db/schema/people'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { Invalid } from '../refusals'
import { handlerInDivision } from './accept-in-division.server'

/** 改由处室内另一人承办。 */
export const reassign = (command: Command, target: Target, input: { handlerId: string; reason: string }) =>
  move(command, 'reassign', target, input, async (_tx, f) => {
    const holder = handlerInDivision(f, input.handlerId)
    return {
      result: null,
      changes: { handlerId: holder.userId },
      details: { handler: holder.name, handlerId: holder.userId, reason: input.reason },
    }
  })

/** 改分到另一处室, which accepts anew. */
export const moveToDivision = (
  command: Command,
  target: Target,
  input: { divisionId: string; reason: string },
) =>
  move(command, 'move_to_division', target, input, async (tx) => {
    const [to] = await tx.select().from(division).where(eq(division.id, input.divisionId))
    if (!to || to.closedAt)
      throw new Invalid([{ field: 'divisionId', message: '没有这个处室，请重新选择。' }])
    return {
      result: null,
      changes: { divisionId: to.id, handlerId: null },
      details: { division: to.name, reason: input.reason },
    }
  })
