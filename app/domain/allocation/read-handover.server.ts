import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { appUser, division, membership } from '~/db/schema/people'
import { deadline, proposal } from '~/db/schema/proposal'
import { hasRole, type Viewer } from '../people/viewer'
import { NotFound } from '../refusals'

/** States in which somebody must be there to handle it. */
const inHand = ['handling', 'replied'] as const

/** One page of a handover; what is left comes on the next. */
export const mostHandedOver = 100

export const handsOver = (viewer: Viewer) =>
  hasRole(viewer, 'coordinator') || hasRole(viewer, 'division_head')

/** Who handles how much, of what this viewer sees. @throws NotFound for who hands nothing over */
export async function readWorkload(viewer: Viewer) {
  if (!handsOver(viewer)) throw new NotFound('page')
  return await asViewer(viewer, async (tx) => {
    const [handlers, counts] = await Promise.all([
      tx
        .select({ id: appUser.id, name: appUser.name, title: appUser.title, divisionId: division.id, division: division.name })
        .from(membership)
        .innerJoin(appUser, eq(appUser.id, membership.userId))
        .innerJoin(division, eq(division.id, membership.divisionId))
        .where(and(eq(membership.role, 'handler'), isNull(appUser.disabledAt)))
        .orderBy(asc(division.position), asc(appUser.name)),
      tx
        .select({ id: proposal.handlerId, divisionId: proposal.divisionId, n: count() })
        .from(proposal)
        .where(inArray(proposal.state, [...inHand]))
        .groupBy(proposal.handlerId, proposal.divisionId),
    ])
    const own = new Set(viewer.memberships.flatMap((m) => m.divisionId ?? []))
    const all = hasRole(viewer, 'coordinator')
    return handlers
      .filter((h) => all || own.has(h.divisionId))
      .map((h) => ({ ...h, open: counts.find((c) => c.id === h.id && c.divisionId === h.divisionId)?.n ?? 0 }))
  }) // prettier-ignore
}

/**
 * What a person has in hand, each with who else in its division could take it over.
 * @throws NotFound for who hands nothing over, and for no such person
 */
export async function readHandover(viewer: Viewer, userId: string) {
  if (!handsOver(viewer)) throw new NotFound('page')
  return await asViewer(viewer, async (tx) => {
    const [[leaver], items, handlers] = await Promise.all([
      tx
        .select({ id: appUser.id, name: appUser.name, title: appUser.title })
        .from(appUser)
        .where(eq(appUser.id, userId)),
      tx
        .select({
          proposalId: proposal.id, registerNo: proposal.registerNo, officialNo: proposal.officialNo, track: proposal.track,
          subject: proposal.subject, state: proposal.state, version: proposal.version, divisionId: proposal.divisionId,
          division: division.name, dueOn: deadline.dueOn,
        })
        .from(proposal)
        .innerJoin(division, eq(division.id, proposal.divisionId))
        .leftJoin(
          deadline,
          and(eq(deadline.proposalId, proposal.id), eq(deadline.kind, 'reply'), eq(deadline.round, proposal.round)),
        )
        .where(and(eq(proposal.handlerId, userId), inArray(proposal.state, [...inHand])))
        .orderBy(asc(deadline.dueOn), asc(proposal.registerNo))
        .limit(mostHandedOver + 1),
      tx
        .select({ id: appUser.id, name: appUser.name, divisionId: membership.divisionId })
        .from(membership)
        .innerJoin(appUser, eq(appUser.id, membership.userId))
        .where(and(eq(membership.role, 'handler'), isNull(appUser.disabledAt)))
        .orderBy(asc(appUser.name)),
    ])
    if (!leaver) throw new NotFound('person')
    return {
      leaver,
      items: items.slice(0, mostHandedOver),
      isMore: items.length > mostHandedOver,
      colleagues: handlers.filter((h) => h.id !== userId),
    }
  }) // prettier-ignore
}
