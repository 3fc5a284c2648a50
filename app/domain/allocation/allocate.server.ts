import { eq } from 'drizzle-orm'
import { division, unit } from '~/db/schema/people'
import { handlingRoleWords } from '../proposal/words'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import type { HandlingRole } from '../proposal/words-of-the-trade'
import { Invalid } from '../refusals'
import { countForRole } from './count-for-role.server'

export type Allocation = { divisionId: string; handlingRole: HandlingRole; leadUnitId: string | null }

/** 分办到处室, and what the bureau is in this item: 独办, 主办, 分办 or 会办. */
export const allocate = (command: Command, target: Target, input: Allocation) =>
  move(command, 'allocate', target, input, async (tx, f) => {
    const [to] = await tx.select().from(division).where(eq(division.id, input.divisionId))
    if (!to || to.closedAt)
      throw new Invalid([{ field: 'divisionId', message: '没有这个处室，请重新选择。' }])
    const leadUnitId = input.handlingRole === 'assist' ? input.leadUnitId : null
    if (input.handlingRole === 'assist') await assertUnit()
    const moved = await countForRole(tx, f, input.handlingRole)
    return {
      result: null,
      changes: { divisionId: to.id, handlingRole: input.handlingRole, leadUnitId },
      details: {
        division: to.name,
        role: handlingRoleWords[input.handlingRole],
        ...(moved.length > 0 ? { moved } : {}),
      },
    }

    async function assertUnit() {
      const [lead] = leadUnitId ? await tx.select().from(unit).where(eq(unit.id, leadUnitId)) : []
      if (!lead) throw new Invalid([{ field: 'leadUnitId', message: '会办件请选择主办单位。' }])
    }
  })
