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

/** Starts clocks of the proposal's round, each with its whole derivation stored. */
export async function setDeadlines(
  tx: Tx,
  f: Clocked,
  starts: readonly { kind: DeadlineKind; startOn: Day }[],
) {
  const { proposal, profile } = f
  for (const { kind, startOn } of starts) {
    const { due, provisional, derivation } = dueOf(f, kind, startOn)
    await tx
      .insert(deadline)
      .values({
        id: randomUUID(), proposalId: proposal.id, bureauId: proposal.bureauId, kind, round: proposal.round, startOn,
        dueOn: due, unit: profile.deadlines[kind].unit, isProvisional: provisional, derivation: canonicalJson(derivation),
      })
      .onConflictDoNothing() // prettier-ignore
  }
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
