import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { deadline } from '~/db/schema/proposal'
import { canonicalJson } from '../log/canonical'
import type { Day } from './day'
import type { DeadlineKind } from './deadline-words'
import { dueOf } from './due-of'
import type { Rules } from './rulebook'

type Clocked = Rules & { proposal: { id: string; bureauId: string; isWide: boolean; round: number } }

export type Start = { kind: DeadlineKind; startOn: Day }

/** The row of a clock of the proposal's round, with its whole derivation. */
export function deadlineRow(f: Clocked, { kind, startOn }: Start): typeof deadline.$inferInsert {
  const { proposal, profile } = f
  const { due, provisional, derivation } = dueOf(f, kind, startOn)
  return {
    id: randomUUID(), proposalId: proposal.id, bureauId: proposal.bureauId, kind, round: proposal.round, startOn,
    dueOn: due, unit: profile.deadlines[kind].unit, isProvisional: provisional, derivation: canonicalJson(derivation),
  } // prettier-ignore
}

/** Starts clocks of the proposal's round. */
export async function setDeadlines(tx: Tx, f: Clocked, starts: readonly Start[]) {
  for (const start of starts) await tx.insert(deadline).values(deadlineRow(f, start)).onConflictDoNothing()
}

/** Marks a duty of this round as done on a day; the first day counts. */
export async function meetDeadline(
  tx: Tx,
  f: { proposal: { id: string; round: number } },
  kind: DeadlineKind,
  on: Day,
) {
  await tx
    .update(deadline)
    .set({ metOn: on })
    .where(
      and(
        eq(deadline.proposalId, f.proposal.id),
        eq(deadline.round, f.proposal.round),
        eq(deadline.kind, kind),
        isNull(deadline.metOn),
      ),
    )
}
