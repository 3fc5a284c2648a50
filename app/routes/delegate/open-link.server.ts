import { readReceipt } from '~/domain/receipt/read-receipt.server'
import { hashOfToken, viewerOfLink } from '~/domain/receipt/receipt-link.server'
import { resolveReceiptLink } from '~/domain/receipt/resolve-receipt-link.server'
import { NotFound } from '~/domain/refusals'
import type { Visit } from '~/http/for-anyone.server'

/**
 * The letter and receipt a personal link opens; looking consumes nothing.
 * @throws NotFound alike for an unknown, a revoked and an expired token
 */
export async function openLink({ params, realNow }: Visit) {
  const tokenHash = hashOfToken(params['token'] ?? '')
  const link = await resolveReceiptLink(tokenHash, realNow)
  if (!link) throw new NotFound('receipt link')
  const viewer = viewerOfLink(link)
  return { tokenHash, link, viewer, read: await readReceipt(viewer, link.receiptId) }
}
