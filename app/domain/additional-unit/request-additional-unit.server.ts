import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { additionalUnit } from '~/db/schema/objection'
import { unit } from '~/db/schema/people'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { Invalid } from '../refusals'

/** 增办: the third answer to an assignment, “we take it, and add a unit” (domain.md §11, 4). */
export const requestAdditionalUnit = (
  command: Command,
  target: Target,
  input: { unitId: string; reason: string },
) =>
  move(command, 'request_additional_unit', target, input, async (tx, f) => {
    const [asked] = await tx.select().from(unit).where(eq(unit.id, input.unitId))
    if (!asked) throw new Invalid([{ field: 'unitId', message: '没有这个单位，请重新选择。' }])
    const id = randomUUID()
    await tx.insert(additionalUnit).values({
      ...input, id, proposalId: f.proposal.id, bureauId: f.proposal.bureauId, state: 'requested',
      requestedBy: command.viewer.userId ?? '', requestedAt: command.now,
    }) // prettier-ignore
    return {
      result: { additionalUnitId: id },
      details: { additionalUnitId: id, unit: asked.shortName, reason: input.reason },
    }
  })
