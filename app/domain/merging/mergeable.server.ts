import { and, asc, eq, isNull, ne, notExists, sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { mergeMember } from '~/db/schema/merging'
import { proposal } from '~/db/schema/proposal'
import type { Viewer } from '../people/viewer'
import type { ProposalFacts } from '../proposal/facts'

const most = 100

/** What could be merged with a proposal: of its kind, on the same step with the same division, handler and role, in no group. */
export const readMergeable = (viewer: Viewer, of: ProposalFacts) =>
  asViewer(viewer, (tx) =>
    tx
      .select({ id: proposal.id, officialNo: proposal.officialNo, subject: proposal.subject })
      .from(proposal)
      .where(
        and(
          ne(proposal.id, of.id),
          eq(proposal.track, of.track),
          eq(proposal.state, of.state),
          sql`${proposal.divisionId} is not distinct from ${of.divisionId}`,
          sql`${proposal.handlerId} is not distinct from ${of.handlerId}`,
          sql`${proposal.handlingRole} is not distinct from ${of.handlingRole}`,
          notExists(
            tx
              .select({ id: mergeMember.proposalId })
              .from(mergeMember)
              .where(and(eq(mergeMember.proposalId, proposal.id), isNull(mergeMember.leftAt))),
          ),
        ),
      )
      .orderBy(asc(proposal.registerNo))
      .limit(most),
  )
