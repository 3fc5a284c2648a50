import { sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { nobody, type Viewer } from '../people/viewer'

/** How a link stands that somebody opens: it works, or why it no longer does. */
export type LinkStanding = 'open' | 'used' | 'expired' | 'voided'

/** What an opinion link's token stands for. */
export type OpinionLink = {
  id: string
  requestId: string
  bureauId: string
  bureauName: string
  isDemo: boolean
  round: number
  person: string
  acceptedBy: string | null
  usedBy: string | null
  usedAt: Date | null
  expiresAt: Date
  standing: LinkStanding
  contact: { name: string; phone: string }
}

type Row = {
  id: string; request_id: string; bureau_id: string; bureau_name: string; is_demo: boolean; round: number; person: string
  expires_at: string; accepted_by: string | null; used_by: string | null; used_at: string | null; voided_at: string | null
  contact_name: string; contact_phone: string
} // prettier-ignore

/** The link of a token's hash, with whom to call; null when nobody ever made it. Looking consumes nothing. */
export async function resolveOpinionLink(tokenHash: string, realNow: Date): Promise<OpinionLink | null> {
  const [row] = await asViewer(nobody, (tx) =>
    tx.execute<Row>(sql`select * from fuhan_opinion_link(${tokenHash})`),
  )
  if (!row) return null
  return {
    id: row.id,
    requestId: row.request_id,
    bureauId: row.bureau_id,
    bureauName: row.bureau_name,
    isDemo: row.is_demo,
    round: row.round,
    person: row.person,
    acceptedBy: row.accepted_by,
    usedBy: row.used_by,
    usedAt: row.used_at === null ? null : new Date(row.used_at),
    expiresAt: new Date(row.expires_at),
    standing: standingOf(row, realNow),
    contact: { name: row.contact_name, phone: row.contact_phone },
  }
}

function standingOf(row: Row, realNow: Date): LinkStanding {
  if (row.used_at !== null) return 'used'
  if (row.voided_at !== null) return 'voided'
  return new Date(row.expires_at) <= realNow ? 'expired' : 'open'
}

/** The viewer an opinion link stands for: one request, nothing else. */
export const viewerOfOpinionLink = (
  link: Pick<OpinionLink, 'id' | 'requestId' | 'bureauId' | 'person'>,
): Viewer => ({
  ...nobody,
  bureauId: link.bureauId,
  name: link.person,
  link: { id: link.id, requestId: link.requestId },
})
