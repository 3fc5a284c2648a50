import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { appUser, division, membership, unit } from '~/db/schema/people'
import { proposal } from '~/db/schema/proposal'
import { clearanceStep, reply } from '~/db/schema/reply'
import { opinionClock, type Clock } from '../deadlines/clocks'
import type { Day } from '../deadlines/day'
import { readRulebook } from '../deadlines/read-rulebook.server'
import { rulesOf } from '../deadlines/rulebook'
import type { Role } from '../people/kinds'
import type { Viewer } from '../people/viewer'
import { roleWords } from '../proposal/who-can-help'
import type { Track } from '../proposal/words-of-the-trade'

/** Somebody else's turn on a proposal this person handles. */
export type Awaited = {
  id: string
  /** 市财政局, 秦若谷 */
  who: string
  kind: 'opinion' | 'step' | 'signature' | 'issue'
  /** The step's role in words; empty for an opinion. */
  duty: string
  registerNo: string
  officialNo: string
  track: Track
  clock: Clock | null
  urgedTimes: number
  isReturned: boolean
  since: Date | null
}

/** How many open proposals of one handler are looked through. */
const reach = 200

/** What a handler waits for: opinions still owed, the nearest due first, then steps of the clearance. */
export async function readAwaited(viewer: Viewer, today: Day): Promise<Awaited[]> {
  const { userId } = viewer
  if (!userId) return []
  return await asViewer(viewer, async (tx) => {
    const own = await tx
      .select()
      .from(proposal)
      .where(and(eq(proposal.handlerId, userId), eq(proposal.state, 'handling')))
      .limit(reach)
    if (own.length === 0) return []
    const [opinions, turns] = await Promise.all([owedOpinions(tx, own, today), openTurns(tx, own)])
    return [...opinions, ...turns]
  })
}

type Own = typeof proposal.$inferSelect

const named = (p: Own) => ({ registerNo: p.registerNo, officialNo: p.officialNo, track: p.track })

async function owedOpinions(tx: Tx, own: readonly Own[], today: Day): Promise<Awaited[]> {
  const rulebook = await readRulebook(tx)
  const rows = await tx
    .select({ request, unit: unit.shortName, division: division.name })
    .from(request)
    .leftJoin(unit, eq(unit.id, request.unitId))
    .leftJoin(division, eq(division.id, request.divisionId))
    .where(
      and(
        inArray(
          request.proposalId,
          own.map((p) => p.id),
        ),
        inArray(request.state, ['sent', 'acknowledged', 'returned']),
      ),
    )
    .orderBy(asc(request.dueOn))
  return rows.flatMap(({ request: r, unit: unitName, division: divisionName }) => {
    const p = own.find((one) => one.id === r.proposalId && one.round === r.round)
    if (!p) return []
    const clock = opinionClock(rulesOf(rulebook, p), r.dueOn, today)
    return {
      id: r.id, kind: 'opinion', who: unitName ?? divisionName ?? '', duty: '', ...named(p), clock,
      urgedTimes: r.urgedTimes, isReturned: r.state === 'returned', since: null,
    }
  }) // prettier-ignore
}

async function openTurns(tx: Tx, own: readonly Own[]): Promise<Awaited[]> {
  const replies = await tx
    .select()
    .from(reply)
    .where(
      and(
        inArray(
          reply.proposalId,
          own.map((p) => p.id),
        ),
        inArray(reply.state, ['clearance', 'signed']),
      ),
    )
  if (replies.length === 0) return []
  const steps = await tx
    .select()
    .from(clearanceStep)
    .where(
      and(
        inArray(
          clearanceStep.replyId,
          replies.map((r) => r.id),
        ),
        eq(clearanceStep.state, 'open'),
      ),
    )
    .orderBy(asc(clearanceStep.rank))
  const rulebook = await readRulebook(tx)
  const signerOf = (proposalId: string): Role => {
    const p = own.find((one) => one.id === proposalId)
    return p ? rulesOf(rulebook, p).profile.signerRole : 'director'
  }
  const turns = replies.flatMap((r): Turn[] => {
    if (r.state === 'signed') return [{ id: r.id, reply: r, kind: 'issue', role: 'seal_clerk', divisionId: null, since: r.signedAt }]
    const open = steps.filter((s) => s.replyId === r.id)
    if (open.length === 0) return [{ id: r.id, reply: r, kind: 'signature', role: signerOf(r.proposalId), divisionId: null, since: null }]
    return open.map((s) => ({ id: s.id, reply: r, kind: 'step', role: s.role as Role, divisionId: s.divisionId, since: s.openedAt }))
  }) // prettier-ignore
  return await withNames(tx, own, turns)
}

type Turn = {
  id: string
  reply: typeof reply.$inferSelect
  kind: 'step' | 'signature' | 'issue'
  role: Role
  divisionId: string | null
  since: Date | null
}

async function withNames(tx: Tx, own: readonly Own[], turns: readonly Turn[]): Promise<Awaited[]> {
  const roles = [...new Set(turns.map((t) => t.role))]
  const people = await tx
    .select({ name: appUser.name, role: membership.role, divisionId: membership.divisionId })
    .from(membership)
    .innerJoin(appUser, eq(appUser.id, membership.userId))
    .where(and(isNull(appUser.disabledAt), or(...roles.map((role) => eq(membership.role, role)))))
    .orderBy(asc(appUser.name))
  return turns.flatMap((t) => {
    const p = own.find((one) => one.id === t.reply.proposalId)
    if (!p) return []
    const holders = people.filter(
      (h) => h.role === t.role && (t.divisionId === null || h.divisionId === t.divisionId),
    )
    return {
      id: t.id, kind: t.kind, who: holders.map((h) => h.name).slice(0, 2).join('、') || roleWords[t.role], duty: roleWords[t.role],
      ...named(p), clock: null, urgedTimes: 0, isReturned: false, since: t.since,
    }
  }) // prettier-ignore
}
