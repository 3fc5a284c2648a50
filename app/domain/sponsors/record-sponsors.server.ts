import { and, eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { convertedMotion } from '~/db/schema/particulars'
import { sponsor } from '~/db/schema/proposal'
import { sponsorOrganisation } from '~/db/schema/sponsors'
import type { Command, Target } from '../proposal/command'
import type { Facts } from '../proposal/facts'
import { move } from '../proposal/move.server'
import type { OrganisationKind } from './kinds'

export type SponsorRecord = {
  leadId: string
  organisationKind: OrganisationKind | null
  liaisonGroup: string
  /** 议案转建议: the presidium's decision; empty where it never was a motion. */
  motionDecision: string
}

/** 领衔人, and of an organisation what kind it is and who answers for it. The order of the others stays. */
export const recordSponsors = (command: Command, target: Target, input: SponsorRecord) =>
  move(command, 'record_sponsors', target, input, async (tx, f) => {
    const isNewLead = input.leadId !== f.sponsors[0]?.id
    if (isNewLead) await putFirst(tx, f, input.leadId)
    const { organisationKind: kind, liaisonGroup } = input
    const { id: proposalId, bureauId } = f.proposal
    const lead = f.sponsors.find((s) => s.id === input.leadId)
    if (kind && lead?.isOrganisation)
      await tx
        .insert(sponsorOrganisation)
        .values({ proposalId, bureauId, delegateId: input.leadId, kind, liaisonGroup })
        .onConflictDoUpdate({
          target: [sponsorOrganisation.proposalId, sponsorOrganisation.delegateId],
          set: { kind, liaisonGroup },
        })
    await recordMotion(tx, f, input.motionDecision)
    return { result: null, details: isNewLead ? { lead: lead?.name ?? '' } : { kind, liaisonGroup } }
  })

/** Positions are unique while they are changed, so all rows step aside first. */
async function putFirst(tx: Tx, f: Facts, leadId: string) {
  const order = [leadId, ...f.sponsors.map((s) => s.id).filter((id) => id !== leadId)]
  for (const step of [1000, 0])
    for (const [i, delegateId] of order.entries())
      await tx
        .update(sponsor)
        .set({ position: step + i + 1 })
        .where(and(eq(sponsor.proposalId, f.proposal.id), eq(sponsor.delegateId, delegateId)))
}

async function recordMotion(tx: Tx, { proposal: { id: proposalId, bureauId } }: Facts, decision: string) {
  await tx.delete(convertedMotion).where(eq(convertedMotion.proposalId, proposalId))
  if (decision) await tx.insert(convertedMotion).values({ proposalId, bureauId, decision })
}
