import { and, eq } from 'drizzle-orm'
import { proposal } from '~/db/schema/proposal'
import { earlierCase } from '~/db/schema/search'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { Invalid } from '../refusals'

type Named = { registerNo: string }

const absent = () =>
  new Invalid([{ field: 'registerNo', message: '找不到这个登记号，或不归您看。请核对，如 2025-0017。' }])

/** 记为同题旧案: the same matter was put forward before. @throws Invalid when the other is absent, this one or linked */
export const linkEarlier = (command: Command, target: Target, input: Named) =>
  move(command, 'link_earlier', target, input, async (tx, f) => {
    const [earlier] = await tx
      .select({ id: proposal.id, assignedOn: proposal.assignedOn })
      .from(proposal)
      .where(eq(proposal.registerNo, input.registerNo))
    if (!earlier) throw absent()
    if (earlier.id === f.proposal.id)
      throw new Invalid([{ field: 'registerNo', message: '这是本件自己的登记号。' }])
    if (earlier.assignedOn > f.proposal.assignedOn)
      throw new Invalid([
        { field: 'registerNo', message: '这一件比本件交办得晚，请到那一件的页面上登记本件为旧案。' },
      ])
    const { id: proposalId, bureauId } = f.proposal
    const [made] = await tx
      .insert(earlierCase)
      .values({ proposalId, earlierId: earlier.id, bureauId, linkedBy: command.viewer.userId ?? '', linkedAt: command.now })
      .onConflictDoNothing()
      .returning()
    if (!made) throw new Invalid([{ field: 'registerNo', message: '已经记为同题旧案。' }])
    return { result: null, details: { registerNo: input.registerNo, earlierId: earlier.id } }
  }) // prettier-ignore

/** 取消同题旧案: it was another matter after all. @throws Invalid when it is not linked */
export const unlinkEarlier = (command: Command, target: Target, input: Named) =>
  move(command, 'unlink_earlier', target, input, async (tx, f) => {
    const [earlier] = await tx
      .select({ id: proposal.id })
      .from(proposal)
      .where(eq(proposal.registerNo, input.registerNo))
    const taken = earlier
      ? await tx
          .delete(earlierCase)
          .where(and(eq(earlierCase.proposalId, f.proposal.id), eq(earlierCase.earlierId, earlier.id)))
          .returning()
      : []
    if (taken.length === 0) throw absent()
    return { result: null, details: { registerNo: input.registerNo, earlierId: earlier?.id } }
  })
