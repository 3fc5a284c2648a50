import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { opinion, request } from '~/db/schema/co-handling'
import { delegate } from '~/db/schema/people'
import { ask, proposal, sponsor } from '~/db/schema/proposal'
import { opinionClock } from '../deadlines/clocks'
import type { Day } from '../deadlines/day'
import { readRulebook } from '../deadlines/read-rulebook.server'
import { rulesOf, type Rules } from '../deadlines/rulebook'
import { unitOf, type Viewer } from '../people/viewer'
import { readFacts } from '../proposal/read-facts.server'
import type { Moment } from '../proposal/read-proposal.server'
import { NotFound } from '../refusals'
import { awaitsUnit, type RequestState } from './request-states'

/** How many requests a unit's list shows, the owed ones first. */
const listReach = 200

const owedFirst = sql`case when ${request.state} in ('sent', 'acknowledged', 'returned') then 0 else 1 end`

/** The requests a co-handling unit was sent, those it owes first; an owed one with its clock. */
export async function readAsked(viewer: Viewer, today: Day) {
  const unitId = unitOf(viewer)
  if (!unitId) return []
  return await asViewer(viewer, async (tx) => {
    const rulebook = await readRulebook(tx)
    const rows = await tx
      .select({
        id: request.id, question: request.question, state: request.state, dueOn: request.dueOn,
        reason: request.reason, urgedTimes: request.urgedTimes, contactName: request.contactName,
        contactPhone: request.contactPhone, item: request.item, track: proposal.track, officialNo: proposal.officialNo,
        subject: proposal.subject, profileId: proposal.profileId, profileVersion: proposal.profileVersion,
      })
      .from(request)
      .leftJoin(proposal, eq(proposal.id, request.proposalId))
      .where(eq(request.unitId, unitId))
      .orderBy(asc(owedFirst), asc(request.dueOn))
      .limit(listReach)
    // Of a request that was taken back only the request itself is left to read.
    return rows.map(({ profileId, profileVersion, ...row }) => ({
      ...row,
      clock: profileId && profileVersion ? clockOfAsked(rulesOf(rulebook, { profileId, profileVersion }), row, today) : null,
    }))
  }) // prettier-ignore
}

function clockOfAsked(rules: Rules, asked: { state: RequestState; dueOn: Day }, today: Day) {
  if (!awaitsUnit(asked.state)) return null
  return opinionClock(rules, asked.dueOn, today)
}

/**
 * One request with the proposal's text, the unit's own opinions and the facts its rules look at, for the unit's account
 * or the holder of its link. What was taken back has nothing but the request.
 * @throws NotFound when it went to another unit
 */
export async function readOneAsked(viewer: Viewer, requestId: string, moment: Moment & { today: Day }) {
  const isOwn = ownOf(viewer, requestId)
  return await asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ request, proposal })
      .from(request)
      .leftJoin(proposal, eq(proposal.id, request.proposalId))
      .where(and(eq(request.id, requestId), isOwn))
    if (!row) throw new NotFound('request')
    const { proposal: item } = row
    if (!item) return { request: row.request, open: null }
    const [asks, sponsors, opinions, facts] = await Promise.all([
      tx
        .select({ n: ask.n, text: ask.text })
        .from(ask)
        .where(eq(ask.proposalId, item.id))
        .orderBy(asc(ask.n)),
      tx
        .select({ name: delegate.name })
        .from(sponsor)
        .innerJoin(delegate, eq(delegate.id, sponsor.delegateId))
        .where(eq(sponsor.proposalId, item.id))
        .orderBy(asc(sponsor.position)),
      tx.select().from(opinion).where(eq(opinion.requestId, requestId)).orderBy(desc(opinion.givenAt)),
      readFacts(tx, item, {
        viewer,
        now: moment.now,
        realNow: moment.realNow,
        reauthenticatedAt: moment.reauthenticatedAt ?? null,
        input: {},
        requestId,
      }),
    ])
    const clock = clockOfAsked(facts, row.request, moment.today)
    const names = sponsors.map((s) => s.name)
    return { request: row.request, open: { proposal: item, asks, sponsors: names, opinions, facts, clock } }
  })
}

/** @throws NotFound for who is neither of a unit nor the holder of this request's link */
function ownOf(viewer: Viewer, requestId: string) {
  if (viewer.link?.requestId === requestId) return eq(request.id, viewer.link.requestId)
  const unitId = unitOf(viewer)
  if (!unitId) throw new NotFound('request')
  return eq(request.unitId, unitId)
}
