import { eq } from 'drizzle-orm'
import { additionalUnit } from '~/db/schema/objection'
import { unit } from '~/db/schema/people'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'

type Answer = { additionalUnitId: string; isAdded: boolean; answer: string }

/** What the assigning body answered. Once added, the unit is asked like any other. */
export const answerAdditionalUnit = (command: Command, target: Target, input: Answer) =>
  move(command, 'answer_additional_unit', target, input, async (tx, f) => {
    const asked = f.additionalUnits.find((a) => a.id === input.additionalUnitId)
    await tx
      .update(additionalUnit)
      .set({
        state: input.isAdded ? 'added' : 'refused',
        answer: input.answer,
        answeredBy: command.viewer.userId,
        answeredAt: command.now,
      })
      .where(eq(additionalUnit.id, input.additionalUnitId))
    const [named] = await tx
      .select({ name: unit.shortName })
      .from(unit)
      .where(eq(unit.id, asked?.unitId ?? ''))
    return {
      result: null,
      details: { unit: named?.name ?? '', isAdded: input.isAdded, reason: input.answer },
    }
  })
