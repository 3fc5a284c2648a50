import type { Tx } from '~/db/client.server'
import { sponsorConsent } from '~/db/schema/sponsors'
import type { Command } from '../proposal/command'
import type { Facts } from '../proposal/facts'
import type { ConsentPurpose } from './kinds'

type Consents = {
  delegateIds: readonly string[]
  purpose: ConsentPurpose
  consentedOn: string
  basis: string
}

/** Keeps who agreed, when and how it is known; a consent recorded before stands as it was. */
export async function recordConsents(tx: Tx, command: Command, f: Facts, consents: Consents) {
  const { delegateIds, ...of } = consents
  if (delegateIds.length === 0) return
  await tx
    .insert(sponsorConsent)
    .values(
      delegateIds.map((delegateId) => ({
        ...of, delegateId, proposalId: f.proposal.id, bureauId: f.proposal.bureauId,
        recordedBy: command.viewer.userId ?? '', recordedAt: command.now,
      })),
    )
    .onConflictDoNothing() // prettier-ignore
}
