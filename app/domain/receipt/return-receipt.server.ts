import { and, eq, isNull } from 'drizzle-orm'
import { receipt, receiptLink } from '~/db/schema/after-the-letter'
import { shanghaiDay } from '../deadlines/day'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { ratingWords } from '../proposal/words'
import type { Rating } from '../proposal/words-of-the-trade'
import { Invalid, NotFound } from '../refusals'

export type ReceiptGiven = { attitude: Rating; result: Rating; reason: string; tokenHash: string }

/**
 * 提交回执, by the delegate through his own link; the link is used up in the same transaction.
 * @throws Invalid when dissatisfied without a reason · NotFound when the link was used, revoked or ran out meanwhile
 */
export const returnReceipt = (command: Command, target: Target, input: ReceiptGiven) =>
  move(command, 'return_receipt', target, input, async (tx, f) => {
    const { choices, reasonRequiredFor } = f.profile.ratings
    const asking = choices.find(
      ({ value }) => reasonRequiredFor.includes(value) && [input.attitude, input.result].includes(value),
    )
    if (asking && input.reason.trim() === '')
      throw new Invalid([{ field: 'reason', message: `选择“${asking.label}”的，请写明具体意见。` }])
    const used = await tx
      .update(receiptLink)
      .set({ usedAt: command.realNow })
      .where(
        and(
          eq(receiptLink.tokenHash, input.tokenHash),
          isNull(receiptLink.usedAt),
          isNull(receiptLink.revokedAt),
        ),
      )
      .returning({ receiptId: receiptLink.receiptId, expiresAt: receiptLink.expiresAt })
    const link = used[0]
    if (!link || link.expiresAt <= command.realNow) throw new NotFound('receipt link')
    await tx
      .update(receipt)
      .set({
        state: 'received',
        attitude: input.attitude,
        result: input.result,
        reason: input.reason,
        receivedAt: command.now,
      })
      .where(eq(receipt.id, link.receiptId))
    return {
      result: { receivedOn: shanghaiDay(command.now) },
      details: {
        receiptId: link.receiptId,
        attitude: ratingWords[input.attitude],
        result: ratingWords[input.result],
      },
    }
  })
