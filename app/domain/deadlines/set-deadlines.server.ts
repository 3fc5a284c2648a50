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

type Reckoned = Pick<typeof deadline.$inferInsert, 'dueOn' | 'isProvisional' | 'derivation'>

export type Reckon = (f: Clocked, start: Start) => Reckoned

const reckon: Reckon = (f, { kind, startOn }) => {
  const { due, provisional, derivation } = dueOf(f, kind, startOn)
  return { dueOn: due, isProvisional: provisional, derivation: canonicalJson(derivation) }
}

/** For many proposals under one rulebook: what the same rule says of the same day is worked out once. */
export function reckonOnce(): Reckon {
  const known = new Map<string, Reckoned>()
  return (f, start) => {
    const asked = JSON.stringify([f.profile.deadlines[start.kind], start.startOn, f.proposal.isWide])
    const reckoned = known.get(asked) ?? reckon(f, start)
    known.set(asked, reckoned)
    return reckoned
  }
}

/** The row of a clock of the proposal's round, with its whole derivation. */
export function deadlineRow(f: Clocked, start: Start, by: Reckon = reckon): typeof deadline.$inferInsert {
  const { proposal, profile } = f
  const { kind, startOn } = start
  return {
    id: randomUUID(), proposalId: proposal.id, bureauId: proposal.bureauId, kind, round: proposal.round, startOn,
    unit: profile.deadlines[kind].unit, ...by(f, start),
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
