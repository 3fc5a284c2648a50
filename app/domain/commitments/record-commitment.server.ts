import { randomUUID } from 'node:crypto'
import { commitment, commitmentReview } from '~/db/schema/after-the-letter'
import { and, eq } from 'drizzle-orm'
import { shanghaiDay } from '../deadlines/day'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { Invalid } from '../refusals'

export type Commitment = { sentence: string; dueOn: string; measure: string }

/** 登记承诺: a sentence of the reply with a due day and how it will be measured. @throws Invalid for a day past */
export const recordCommitment = (command: Command, target: Target, input: Commitment) =>
  move(command, 'record_commitment', target, input, async (tx, f) => {
    if (input.dueOn < shanghaiDay(command.now))
      throw new Invalid([{ field: 'dueOn', message: '完成时间不能早于今天。' }])
    const n = f.commitments.filter((c) => c.replyId === f.reply?.id).length + 1
    await tx.insert(commitment).values({
      ...input, id: randomUUID(), proposalId: f.proposal.id, bureauId: f.proposal.bureauId, replyId: f.reply?.id ?? '',
      n, divisionId: f.proposal.divisionId ?? '', state: 'proposed',
    }) // prettier-ignore
    return { result: { n }, details: { n, dueOn: input.dueOn } }
  })

/** 处室负责人确认承诺事项, or that there is none. */
export const confirmCommitments = (command: Command, target: Target) =>
  move(command, 'confirm_commitments', target, {}, async (tx, f) => {
    const open = f.commitments.filter((c) => c.state === 'proposed')
    await tx
      .update(commitment)
      .set({ state: 'confirmed', confirmedBy: command.viewer.userId, confirmedAt: command.now })
      .where(and(eq(commitment.proposalId, f.proposal.id), eq(commitment.state, 'proposed')))
    await tx.insert(commitmentReview).values({
      proposalId: f.proposal.id, round: f.proposal.round, bureauId: f.proposal.bureauId, hasCommitments: open.length > 0,
      reviewedBy: command.viewer.userId ?? '', reviewedAt: command.now,
    }) // prettier-ignore
    return { result: null, details: { count: open.length } }
  })
