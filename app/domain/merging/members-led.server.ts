import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { mergeGroup, mergeMember } from '~/db/schema/merging'

/** The proposals that are merged into this one, in the order of their ids; none where it leads no group. */
export async function membersLed(tx: Tx, leadingId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: mergeMember.proposalId })
    .from(mergeMember)
    .innerJoin(mergeGroup, eq(mergeGroup.id, mergeMember.groupId))
    .where(
      and(
        eq(mergeGroup.leadingId, leadingId),
        ne(mergeMember.proposalId, leadingId),
        isNull(mergeMember.leftAt),
      ),
    )
    .orderBy(asc(mergeMember.proposalId))
  return rows.map((row) => row.id)
}
