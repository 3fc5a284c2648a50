import { and, eq, inArray } from 'drizzle-orm'
import { provenance } from '~/db/schema/files'
import type { Command, Target } from '../../proposal/command'
import { move } from '../../proposal/move.server'
import { Invalid } from '../../refusals'
import type { ReadField } from './provenance-states'

/** 核对机器读出的内容: a person stands for each field named. @throws Invalid when none is */
export const confirmProvenance = (
  command: Command,
  target: Target,
  input: { fields: readonly ReadField[] },
) =>
  move(command, 'confirm_provenance', target, input, async (tx, f) => {
    if (input.fields.length === 0)
      throw new Invalid([{ field: 'fields', message: '请勾选已经和原件核对过的项目。' }])
    const confirmed = await tx
      .update(provenance)
      .set({ state: 'accepted', decidedBy: command.viewer.userId, decidedAt: command.now })
      .where(
        and(
          eq(provenance.proposalId, f.proposal.id),
          eq(provenance.state, 'unconfirmed'),
          inArray(provenance.field, [...input.fields]),
        ),
      )
      .returning({ field: provenance.field })
    const fields = confirmed.map((row) => row.field).toSorted()
    return {
      result: { left: f.unconfirmedFields - fields.length },
      details: { fields, count: fields.length },
    }
  })
