import { and, eq, inArray, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '~/db/client.server'
import { mergeGroup, mergeMember } from '~/db/schema/merging'
import { objection } from '~/db/schema/objection'
import { proposal } from '~/db/schema/proposal'
import { takenOver } from '~/db/schema/taken-over'

/** Which of these proposals wait for an answer to 退办. */
export async function readObjected(tx: Tx, ids: string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ id: objection.proposalId })
    .from(objection)
    .where(and(inArray(objection.proposalId, ids), eq(objection.state, 'raised')))
  return new Set(rows.map((row) => row.id))
}

/** Which of these another system had begun. */
export async function readTakenOverIds(tx: Tx, ids: string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ id: takenOver.proposalId })
    .from(takenOver)
    .where(inArray(takenOver.proposalId, ids))
  return new Set(rows.map((row) => row.id))
}

const mate = alias(mergeMember, 'mate')

/** Of each of these in a merge group, who leads it; a group of one is none. */
export async function readMerged(tx: Tx, ids: string[]) {
  const rows = await tx
    .selectDistinct({
      id: mergeMember.proposalId,
      other: mate.proposalId,
      leadingId: mergeGroup.leadingId,
      leading: proposal.officialNo,
    })
    .from(mergeMember)
    .innerJoin(mergeGroup, eq(mergeGroup.id, mergeMember.groupId))
    .innerJoin(mate, and(eq(mate.groupId, mergeMember.groupId), isNull(mate.leftAt)))
    .innerJoin(proposal, eq(proposal.id, mergeGroup.leadingId))
    .where(and(inArray(mergeMember.proposalId, ids), isNull(mergeMember.leftAt)))
  return new Map(
    rows
      .filter((row) => row.id !== row.other)
      .map(({ id, leading, leadingId }) => [id, { leading, isLed: id !== leadingId }]),
  )
}
