import { and, eq, inArray, isNull } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { receipt } from '~/db/schema/after-the-letter'
import { extension, pause } from '~/db/schema/clock'
import { request } from '~/db/schema/co-handling'
import { itemDay } from '~/db/schema/intake'
import { meeting } from '~/db/schema/people'
import { deadline, proposal } from '~/db/schema/proposal'
import { awaitsUnit, requestStates } from '../co-handling/request-states'
import type { Viewer } from '../people/viewer'
import { isOpenProposal, proposalStates } from '../proposal/states'
import type { DeadlineKind } from './deadline-words'
import type { Derivation } from './derivation'
import { lentDuty, type LentDuty } from './lent-duties'
import { movedDeadlines, moveLine, type MoveLine, type Running } from './moved-deadlines'
import { readRulebook } from './read-rulebook.server'

const mostLines = 200

/** The running deadlines whose stored day is not what the calendar in force comes to; a person decides about each. */
export const readMoves = (viewer: Viewer): Promise<{ total: number; lines: MoveLine[] }> =>
  asViewer(viewer, async (tx) => {
    const [rulebook, running] = await Promise.all([readRulebook(tx), readRunning(tx)])
    const moved = movedDeadlines(running, rulebook)
    const shown = moved.slice(0, mostLines)
    if (shown.length === 0) return { total: 0, lines: [] }
    const derivations = new Map(running.map((d) => [d.id, JSON.parse(d.derivation) as Derivation]))
    const lines = shown.flatMap((m) => {
      const before = derivations.get(m.id)
      return before ? moveLine(m, before) : []
    })
    return { total: moved.length, lines }
  })

/** What every one of them needs of its proposal. */
const ofItem = {
  proposalId: proposal.id, registerNo: proposal.registerNo, isWide: proposal.isWide, profileId: proposal.profileId,
  profileVersion: proposal.profileVersion, meetingId: proposal.meetingId, region: meeting.region, track: proposal.track,
  sessionKind: proposal.sessionKind, sponsorKind: proposal.sponsorKind, handlingRole: proposal.handlingRole, priority: proposal.priority,
} // prettier-ignore

const isOpen = inArray(proposal.state, proposalStates.filter(isOpenProposal))

async function readRunning(tx: Tx): Promise<(Running & { derivation: string })[]> {
  const all = [...(await readOwn(tx)), ...(await readLent(tx))]
  return all.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

const placeOf = (d: Running) => `${d.dueOn} ${d.registerNo} ${d.kind}`

async function readOwn(tx: Tx) {
  const rows = await tx
    .select({
      ...ofItem, id: deadline.id, round: deadline.round, kind: deadline.kind, startOn: deadline.startOn, dueOn: deadline.dueOn,
      isProvisional: deadline.isProvisional, derivation: deadline.derivation,
    })
    .from(deadline)
    .innerJoin(proposal, and(eq(proposal.id, deadline.proposalId), eq(proposal.round, deadline.round)))
    .innerJoin(meeting, eq(meeting.id, proposal.meetingId))
    .where(and(isNull(deadline.metOn), isOpen)) // prettier-ignore
  const ids = [...new Set(rows.map((row) => row.proposalId))]
  if (ids.length === 0) return []
  const [itemDays, pauses, extensions] = await Promise.all([
    tx.select().from(itemDay).where(inArray(itemDay.proposalId, ids)),
    tx.select().from(pause).where(inArray(pause.proposalId, ids)),
    tx
      .select()
      .from(extension)
      .where(and(inArray(extension.proposalId, ids), isNull(extension.removedAt))),
  ])
  return rows.map((row) => ({
    ...row,
    kind: row.kind as DeadlineKind,
    itemDay: itemDays.find((i) => i.proposalId === row.proposalId) ?? null,
    pauses: pauses.filter((p) => p.proposalId === row.proposalId && p.round === row.round),
    extension: extensions.find((e) => e.deadlineId === row.id)?.amount ?? 0,
  }))
}

async function readLent(tx: Tx) {
  const [requests, receipts] = await Promise.all([
    tx
      .select({ ...ofItem, id: request.id, dueOn: request.dueOn, derivation: request.derivation })
      .from(request)
      .innerJoin(proposal, and(eq(proposal.id, request.proposalId), eq(proposal.round, request.round)))
      .innerJoin(meeting, eq(meeting.id, proposal.meetingId))
      .where(and(inArray(request.state, requestStates.filter(awaitsUnit)), isOpen)),
    tx
      .select({ ...ofItem, id: receipt.id, dueOn: receipt.dueOn, derivation: receipt.derivation })
      .from(receipt)
      .innerJoin(proposal, and(eq(proposal.id, receipt.proposalId), eq(proposal.round, receipt.round)))
      .innerJoin(meeting, eq(meeting.id, proposal.meetingId))
      .where(and(eq(receipt.state, 'awaiting'), isOpen)),
  ])
  const lent = <R extends (typeof requests)[number]>(kind: LentDuty['kind'], rows: R[]) =>
    rows.flatMap((row) => {
      const duty = lentDuty(kind, row)
      return duty ? [{ ...row, ...duty, pauses: [], extension: 0 }] : []
    })
  return [...lent('opinion', requests), ...lent('receipt', receipts)]
}
