import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { mergeGroup, mergeMember } from '~/db/schema/merging'
import type { Command, Target } from '../proposal/command'
import type { Facts } from '../proposal/facts'
import { move } from '../proposal/move.server'
import { Invalid } from '../refusals'
import { isOpenReply } from '../reply/states'
import type { MergedBy } from './merged-by'

export type Merging = { memberIds: readonly string[]; mergedBy: MergedBy; reason: string }

const most = 20

/**
 * 并案: the proposal of the target leads. All are locked in the order of their ids, each logs the same event.
 * @throws Invalid unless they are of one kind and stand alike: same state, division, handler and role
 */
export const formGroup = (command: Command, target: Target, input: Merging) => {
  const groupId = randomUUID()
  const leading: Facts[] = []
  return move(command, 'form_group', { ...target, withIds: input.memberIds }, input, async (tx, f) => {
    const [lead = f] = leading
    leading.push(f)
    const { id: proposalId, bureauId } = f.proposal
    if (lead === f) {
      assertSize(input, proposalId)
      const { mergedBy, reason } = input
      await tx.insert(mergeGroup).values({
        id: groupId, bureauId, leadingId: proposalId, mergedBy, reason,
        formedBy: command.viewer.userId ?? '', formedAt: command.now,
      }) // prettier-ignore
    } else assertAlike(lead, f)
    // A group all of whose members left may still name its leading proposal.
    await tx
      .update(mergeMember)
      .set({ leftAt: command.now })
      .where(and(eq(mergeMember.proposalId, proposalId), isNull(mergeMember.leftAt)))
    await tx.insert(mergeMember).values({ groupId, proposalId, bureauId, joinedAt: command.now })
    return {
      result: { groupId },
      details: {
        groupId,
        leading: lead.proposal.officialNo,
        leadingId: lead.proposal.id,
        count: input.memberIds.length + 1,
        reason: input.reason,
      },
    }
  })
}

function assertSize({ memberIds }: Merging, leadingId: string) {
  const others = memberIds.filter((id) => id !== leadingId)
  if (others.length === 0) throw new Invalid([{ field: 'memberIds', message: '请至少选择一件并入。' }])
  if (others.length > most) throw new Invalid([{ field: 'memberIds', message: `一次最多并 ${most} 件。` }])
}

function assertAlike({ proposal: lead }: Facts, { proposal: p, reply }: Facts) {
  const problem =
    p.track !== lead.track
      ? '建议和提案不能并案'
      : p.state !== lead.state || p.divisionId !== lead.divisionId || p.handlerId !== lead.handlerId
        ? '与领办件不在同一处室、同一步上'
        : p.handlingRole !== lead.handlingRole
          ? '本局的办理身份与领办件不同'
          : reply && isOpenReply(reply.state)
            ? '已有在拟的稿，先作废那一稿'
            : null
  if (problem) throw new Invalid([{ field: 'memberIds', message: `第${p.officialNo}号${problem}。` }])
}
