import { sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { nobody } from '../people/viewer'

/** What a receipt link's token stands for. */
export type ReceiptLink = {
  receiptId: string
  letterId: string
  proposalId: string
  bureauId: string
  delegateId: string
  name: string
  isUsed: boolean
}

type Row = {
  receipt_id: string; letter_id: string; proposal_id: string; bureau_id: string; delegate_id: string; delegate_name: string
  expires_at: string; used_at: string | null; revoked_at: string | null
} // prettier-ignore

/** The link of a token's hash; null alike when there is none, it was revoked, or it ran out by `realNow`. A used one still opens the page. */
export async function resolveReceiptLink(tokenHash: string, realNow: Date): Promise<ReceiptLink | null> {
  const [row] = await asViewer(nobody, (tx) =>
    tx.execute<Row>(sql`select * from fuhan_receipt_link(${tokenHash})`),
  )
  if (!row || row.revoked_at !== null || new Date(row.expires_at) <= realNow) return null
  return {
    receiptId: row.receipt_id,
    letterId: row.letter_id,
    proposalId: row.proposal_id,
    bureauId: row.bureau_id,
    delegateId: row.delegate_id,
    name: row.delegate_name,
    isUsed: row.used_at !== null,
  }
}
