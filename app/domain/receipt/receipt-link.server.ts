import { and, eq, isNull } from 'drizzle-orm'
import { receipt, receiptLink } from '~/db/schema/after-the-letter'
import { sha256 } from '../log/hashes.server'
import type { Viewer } from '../people/viewer'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { NotFound } from '../refusals'

/** Real days a receipt link stays open. */
const validDays = 90

/**
 * 生成回执链接. The token (≥ 128 random bits, made by the page) is never stored, only its hash; an earlier unused link of
 * the same receipt stops working. @throws NotFound for another proposal's receipt
 */
export const makeReceiptLink = (
  command: Command,
  target: Target,
  input: { receiptId: string; tokenHash: string },
) =>
  move(command, 'make_receipt_link', target, input, async (tx, f) => {
    const [row] = await tx
      .select()
      .from(receipt)
      .where(and(eq(receipt.id, input.receiptId), eq(receipt.proposalId, f.proposal.id)))
    if (!row) throw new NotFound('receipt')
    await tx
      .update(receiptLink)
      .set({ revokedAt: command.realNow })
      .where(
        and(eq(receiptLink.receiptId, row.id), isNull(receiptLink.usedAt), isNull(receiptLink.revokedAt)),
      )
    const expiresAt = new Date(command.realNow.getTime() + validDays * 86_400_000)
    await tx.insert(receiptLink).values({
      tokenHash: input.tokenHash, receiptId: row.id, letterId: row.letterId, proposalId: f.proposal.id,
      bureauId: f.proposal.bureauId, delegateId: row.delegateId, expiresAt,
    }) // prettier-ignore
    return { result: { expiresAt: expiresAt.toISOString() }, details: { receiptId: row.id } }
  })

export const hashOfToken = (token: string) => sha256(token)

/** The viewer a receipt link stands for: one delegate, one letter, nothing else. */
export const viewerOfLink = (link: {
  bureauId: string
  delegateId: string
  letterId: string
  name: string
}): Viewer => ({
  bureauId: link.bureauId,
  userId: null,
  delegateId: link.delegateId,
  letterId: link.letterId,
  name: link.name,
  memberships: [],
})
