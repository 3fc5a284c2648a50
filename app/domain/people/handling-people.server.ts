import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { appUser, division, membership, unit } from '~/db/schema/people'
import { bureauWideRoles } from './kinds'
import { hasRole, type Viewer } from './viewer'

export type Named = { id: string; name: string }
/** By whom a list may be narrowed. */
export type HandlingPeople = { divisions: Named[]; handlers: Named[]; units: Named[] }

const seesAll = (viewer: Viewer) =>
  viewer.memberships.some((m) => bureauWideRoles.includes(m.role)) || hasRole(viewer, 'supervisor')

/**
 * The divisions, handlers and co-handling units a list may be filtered by. Who works in one division chooses among its
 * handlers only; to a supervisor row-level security shows no people of the bureau.
 */
export async function readHandlingPeople(
  viewer: Viewer,
  { withUnits = false }: { withUnits?: boolean } = {},
): Promise<HandlingPeople> {
  const own = viewer.memberships.flatMap((m) => m.divisionId ?? [])
  const all = seesAll(viewer)
  if (!all && own.length === 0) return { divisions: [], handlers: [], units: [] }
  return await asViewer(viewer, async (tx) => {
    const [divisions, handlers, units] = await Promise.all([
      tx.select({ id: division.id, name: division.name }).from(division).orderBy(asc(division.position)),
      tx
        .selectDistinct({ id: appUser.id, name: appUser.name })
        .from(membership)
        .innerJoin(appUser, eq(appUser.id, membership.userId))
        .where(
          and(
            eq(membership.role, 'handler'),
            isNull(appUser.disabledAt),
            all ? undefined : inArray(membership.divisionId, own),
          ),
        )
        .orderBy(asc(appUser.name)),
      withUnits
        ? tx
            .select({ id: unit.id, name: unit.shortName })
            .from(unit)
            .where(eq(unit.kind, 'co_handling'))
            .orderBy(asc(unit.position))
        : [],
    ])
    return { divisions, handlers, units }
  })
}
