import { randomUUID } from 'node:crypto'
import { eq, max } from 'drizzle-orm'
import { clearanceStep } from '~/db/schema/reply'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { planChain } from './chains'

/** 提交审核: freezes the newest revision and opens the first steps of the profile's chain over its hash. */
export const submitForClearance = (command: Command, target: Target) =>
  move(command, 'submit_for_clearance', target, {}, async (tx, f) => {
    const reply = f.reply
    if (!reply) throw new Error('a reply is submitted')
    const hash = reply.revision.hash
    const [last] = await tx
      .select({ cycle: max(clearanceStep.cycle) })
      .from(clearanceStep)
      .where(eq(clearanceStep.replyId, reply.id))
    const cycle = (last?.cycle ?? 0) + 1
    const steps = planChain(f.profile.clearanceChain, reply.drafterId, f.proposal.divisionId, f.holders)
    await tx.insert(clearanceStep).values(
      steps.map((step) => ({
        ...step, id: randomUUID(), replyId: reply.id, proposalId: f.proposal.id, bureauId: f.proposal.bureauId,
        cycle, hash, openedAt: step.state === 'open' ? command.now : null,
      })),
    ) // prettier-ignore
    return {
      result: null,
      replyChanges: { frozenN: reply.revisionN, frozenHash: hash, submittedAt: command.now },
      details: {
        n: reply.revisionN,
        hash,
        cycle,
        handedUp: steps.filter((s) => s.state === 'handed_up').map((s) => s.role),
      },
    }
  })
