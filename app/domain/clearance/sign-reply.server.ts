import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { appUser } from '~/db/schema/people'
import { signature } from '~/db/schema/reply'
import { shanghaiDay } from '../deadlines/day'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { lapseApprovals, thawed } from './lapse-approvals.server'

/** 签发: over the hash he read. The letter date 成文日期 is the day of signing. */
export const signReply = (command: Command, target: Target, input: { hash: string; shownState?: string }) =>
  move(command, 'sign', target, input, async (tx, f) => {
    const [signer] = await tx
      .select({ id: appUser.id, name: appUser.name, title: appUser.title })
      .from(appUser)
      .where(eq(appUser.id, command.viewer.userId ?? ''))
    if (!signer || !f.reply) throw new Error('a signer signs a reply')
    const letterDate = shanghaiDay(command.now)
    const id = randomUUID()
    await tx.insert(signature).values({
      id, replyId: f.reply.id, proposalId: f.proposal.id, bureauId: f.proposal.bureauId, signerId: signer.id,
      signerName: signer.name, signerTitle: signer.title, hash: input.hash, letterDate, signedAt: command.now,
    }) // prettier-ignore
    return {
      result: { letterDate },
      replyChanges: { signedAt: command.now },
      details: { signatureId: id, signerId: signer.id, hash: input.hash, letterDate },
    }
  })

/** 撤回签发, by the signer, before issue. */
export const recallSignature = (command: Command, target: Target, input: { reason: string }) =>
  move(command, 'recall_signature', target, input, async (tx, f) => {
    if (f.reply) await lapseApprovals(tx, f.reply, command.now)
    return { result: null, replyChanges: thawed, details: { reason: input.reason } }
  })
