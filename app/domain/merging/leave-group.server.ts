import { and, eq } from 'drizzle-orm'
import { mergeMember } from '~/db/schema/merging'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'

/** 移出并案: it goes on by itself from where the group stood. */
export const leaveGroup = (command: Command, target: Target, input: { reason: string }) =>
  move(command, 'leave_group', target, input, async (tx, f) => {
    const groupId = f.group?.id ?? ''
    await tx
      .update(mergeMember)
      .set({ leftAt: command.now })
      .where(and(eq(mergeMember.groupId, groupId), eq(mergeMember.proposalId, f.proposal.id)))
    return {
      result: null,
      details: { groupId, leadingId: f.group?.leading.id ?? '', reason: input.reason },
    }
  })
