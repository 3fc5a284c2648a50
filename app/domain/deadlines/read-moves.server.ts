import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { extension, pause } from '~/db/schema/clock'
import { meeting } from '~/db/schema/people'
import { deadline, proposal } from '~/db/schema/proposal'
import type { Viewer } from '../people/viewer'
import { isOpenProposal, proposalStates } from '../proposal/states'
import type { DeadlineKind } from './deadline-words'
import type { Derivation } from './derivation'
import { movedDeadlines, moveLine, type MoveLine } from './moved-deadlines'
import { readRulebook } from './read-rulebook.server'

const mostLines = 200

/** The running deadlines whose stored day is not what the calendar in force comes to; a person decides about each. */
export const readMoves = (viewer: Viewer): Promise<{ total: number; lines: MoveLine[] }> =>
  asViewer(viewer, async (tx) => {
    const [rulebook, running] = await Promise.all([readRulebook(tx), readRunning(tx)])
    const moved = movedDeadlines(running, rulebook)
    const shown = moved.slice(0, mostLines)
    if (shown.length === 0) return { total: 0, lines: [] }
    const stored = await tx
      .select({ id: deadline.id, derivation: deadline.derivation })
      .from(deadline)
      .where(inArray(deadline.id, shown.map((m) => m.id))) // prettier-ignore
    const derivations = new Map(stored.map((d) => [d.id, JSON.parse(d.derivation) as Derivation]))
    const lines = shown.flatMap((m) => {
      const before = derivations.get(m.id)
      return before ? moveLine(m, before) : []
    })
    return { total: moved.length, lines }
  })

async function readRunning(tx: Tx) {
  const rows = await tx
    .select({
      id: deadline.id, proposalId: deadline.proposalId, round: deadline.round, registerNo: proposal.registerNo, kind: deadline.kind, startOn: deadline.startOn, dueOn: deadline.dueOn,
      isProvisional: deadline.isProvisional, isWide: proposal.isWide, profileId: proposal.profileId,
      profileVersion: proposal.profileVersion, meetingId: proposal.meetingId, region: meeting.region, track: proposal.track,
      sessionKind: proposal.sessionKind, sponsorKind: proposal.sponsorKind, handlingRole: proposal.handlingRole, priority: proposal.priority,
    })
    .from(deadline)
    .innerJoin(proposal, and(eq(proposal.id, deadline.proposalId), eq(proposal.round, deadline.round)))
    .innerJoin(meeting, eq(meeting.id, proposal.meetingId))
    .where(and(isNull(deadline.metOn), inArray(proposal.state, proposalStates.filter(isOpenProposal))))
    .orderBy(asc(deadline.dueOn), asc(proposal.registerNo), asc(deadline.kind)) // prettier-ignore
  const ids = [...new Set(rows.map((row) => row.proposalId))]
  if (ids.length === 0) return []
  const [pauses, extensions] = await Promise.all([
    tx.select().from(pause).where(inArray(pause.proposalId, ids)),
    tx
      .select()
      .from(extension)
      .where(and(inArray(extension.proposalId, ids), isNull(extension.removedAt))),
  ])
  return rows.map((row) => ({
    ...row,
    kind: row.kind as DeadlineKind,
    pauses: pauses.filter((p) => p.proposalId === row.proposalId && p.round === row.round),
    extension: extensions.find((e) => e.deadlineId === row.id)?.amount ?? 0,
  }))
}
