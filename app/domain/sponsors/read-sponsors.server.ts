import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { delegate } from '~/db/schema/people'
import { sponsor } from '~/db/schema/proposal'
import { sponsorConsent, sponsorOrganisation } from '~/db/schema/sponsors'
import type { SponsorFacts } from '../proposal/facts-beside'

/** Who proposed it, the lead first, each with what was recorded of him. */
export async function readSponsors(tx: Tx, proposalId: string): Promise<SponsorFacts[]> {
  const [rows, consents] = await Promise.all([
    tx
      .select({
        id: sponsor.delegateId, name: delegate.name, kind: delegate.kind,
        organisationKind: sponsorOrganisation.kind, liaisonGroup: sponsorOrganisation.liaisonGroup,
      })
      .from(sponsor)
      .leftJoin(delegate, eq(delegate.id, sponsor.delegateId))
      .leftJoin(
        sponsorOrganisation,
        and(
          eq(sponsorOrganisation.proposalId, sponsor.proposalId),
          eq(sponsorOrganisation.delegateId, sponsor.delegateId),
        ),
      )
      .where(eq(sponsor.proposalId, proposalId))
      .orderBy(asc(sponsor.position)),
    tx
      .select({ delegateId: sponsorConsent.delegateId, purpose: sponsorConsent.purpose })
      .from(sponsorConsent)
      .where(eq(sponsorConsent.proposalId, proposalId)),
  ]) // prettier-ignore
  return rows.map(({ kind, name, liaisonGroup, ...row }) => ({
    ...row,
    name: name ?? '',
    isOrganisation: kind === 'organisation',
    liaisonGroup: liaisonGroup ?? '',
    consents: consents.filter((c) => c.delegateId === row.id).map((c) => c.purpose),
  }))
}
