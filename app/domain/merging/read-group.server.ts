import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { mergeGroup, mergeMember } from '~/db/schema/merging'
import { proposal } from '~/db/schema/proposal'
import type { GroupFacts } from '../proposal/facts-beside'

/** The group a proposal is in now; null where it is in none, or its viewer sees none of the others. */
export async function readGroup(tx: Tx, proposalId: string, isCarried: boolean): Promise<GroupFacts | null> {
  const [own] = await tx
    .select({ id: mergeGroup.id, leadingId: mergeGroup.leadingId })
    .from(mergeMember)
    .innerJoin(mergeGroup, eq(mergeGroup.id, mergeMember.groupId))
    .where(and(eq(mergeMember.proposalId, proposalId), isNull(mergeMember.leftAt)))
  if (!own) return null
  const members = await tx
    .select({
      id: proposal.id,
      registerNo: proposal.registerNo,
      officialNo: proposal.officialNo,
      subject: proposal.subject,
    })
    .from(mergeMember)
    .innerJoin(proposal, eq(proposal.id, mergeMember.proposalId))
    .where(and(eq(mergeMember.groupId, own.id), isNull(mergeMember.leftAt)))
    .orderBy(asc(proposal.registerNo))
  const leading = members.find((m) => m.id === own.leadingId)
  if (!leading || members.length < 2) return null
  return { id: own.id, leading, members, isLeading: own.leadingId === proposalId, isCarried }
}
