import { desc, eq } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { urging } from '~/db/schema/notices'
import { appUser, division, unit } from '~/db/schema/people'
import type { Viewer } from '../people/viewer'

/** Every 催办 of a proposal, the newest first; `party` is empty where the proposal itself was urged. */
export const readUrgings = (viewer: Viewer, proposalId: string) =>
  asViewer(viewer, (tx) =>
    tx
      .select({
        id: urging.id, n: urging.n, reason: urging.reason, urgedAt: urging.urgedAt, requestId: urging.requestId, by: appUser.name,
        unit: unit.fullName, division: division.name, dueOn: request.dueOn,
      })
      .from(urging)
      .leftJoin(appUser, eq(appUser.id, urging.urgedBy))
      .leftJoin(request, eq(request.id, urging.requestId))
      .leftJoin(unit, eq(unit.id, request.unitId))
      .leftJoin(division, eq(division.id, request.divisionId))
      .where(eq(urging.proposalId, proposalId))
      .orderBy(desc(urging.n)),
  ) // prettier-ignore
