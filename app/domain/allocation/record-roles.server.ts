import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { askElsewhere, jointLead } from '~/db/schema/particulars'
import { unit } from '~/db/schema/people'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { Invalid } from '../refusals'

export type Roles = {
  /** 分办: the asks another unit answers. */
  elsewhere: readonly { n: number; unitId: string }[]
  /** 两个以上主办: who leads beside us. */
  jointLeadIds: readonly string[]
}

/** 承办分工: replaces what was recorded. @throws Invalid for an unknown ask or unit, or a role that has no such part */
export const recordRoles = (command: Command, target: Target, input: Roles) =>
  move(command, 'record_roles', target, input, async (tx, f) => {
    const { handlingRole, id: proposalId, bureauId } = f.proposal
    if (input.elsewhere.length > 0 && handlingRole !== 'separate')
      throw new Invalid([{ field: 'elsewhere', message: '分办的件才分各单位答复的诉求。' }])
    if (input.jointLeadIds.length > 0 && handlingRole !== 'lead')
      throw new Invalid([{ field: 'jointLeadIds', message: '主办的件才有共同主办单位。' }])
    if (input.elsewhere.some(({ n }) => !f.asks.some((a) => a.n === n)))
      throw new Invalid([{ field: 'elsewhere', message: '诉求已重新拆分，请刷新后再填。' }])
    await assertUnits(tx, [...input.elsewhere.map((e) => e.unitId), ...input.jointLeadIds])
    await tx.delete(askElsewhere).where(eq(askElsewhere.proposalId, proposalId))
    await tx.delete(jointLead).where(eq(jointLead.proposalId, proposalId))
    if (input.elsewhere.length > 0)
      await tx.insert(askElsewhere).values(input.elsewhere.map((e) => ({ ...e, proposalId, bureauId })))
    if (input.jointLeadIds.length > 0)
      await tx
        .insert(jointLead)
        .values(input.jointLeadIds.map((unitId) => ({ unitId, proposalId, bureauId })))
    return {
      result: null,
      details: { elsewhere: input.elsewhere.map((e) => e.n), jointLeadIds: [...input.jointLeadIds] },
    }
  })

async function assertUnits(tx: Tx, given: readonly string[]) {
  const ids = [...new Set(given)]
  if (ids.length === 0) return
  const known = await tx.select({ id: unit.id }).from(unit).where(inArray(unit.id, ids))
  if (known.length < ids.length)
    throw new Invalid([{ field: 'elsewhere', message: '没有这个单位，请重新选择。' }])
}
