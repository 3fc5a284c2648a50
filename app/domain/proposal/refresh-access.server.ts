import { eq, sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { pause } from '~/db/schema/clock'
import { request } from '~/db/schema/co-handling'
import { deadline, sponsor } from '~/db/schema/proposal'
import { awaitsUnit } from '../co-handling/request-states'
import { deadlineStandsSince } from '../deadlines/clocks'
import { accessRows, nothingDue } from './access'
import type { ProposalFacts } from './facts'
import { isOpenProposal } from './states'

type Moved = Pick<ProposalFacts, 'id' | 'registerNo' | 'state' | 'divisionId'>

/** Brings the access rows in line with who handles, who is asked and who proposed, and with the next due day. */
export async function refreshAccess(tx: Tx, row: Moved) {
  const proposalId = row.id
  const [requests, sponsors, deadlines, pauses] = await Promise.all([
    tx.select().from(request).where(eq(request.proposalId, proposalId)),
    tx.select().from(sponsor).where(eq(sponsor.proposalId, proposalId)),
    tx.select().from(deadline).where(eq(deadline.proposalId, proposalId)),
    tx.select().from(pause).where(eq(pause.proposalId, proposalId)),
  ])
  const asked = requests.filter((r) => r.state !== 'cancelled')
  const wanted = accessRows({
    divisionId: row.divisionId,
    askedUnitIds: asked.flatMap((r) => r.unitId ?? []),
    askedDivisionIds: asked.flatMap((r) => r.divisionId ?? []),
    sponsorIds: sponsors.map((s) => s.delegateId),
  })
  // A clock that stands is due on no day: its proposal waits behind what runs, and is not late.
  const open = deadlines
    .filter((d) => d.metOn === null && deadlineStandsSince(d, pauses) === null)
    .map((d) => d.dueOn)
  const asking = requests.filter((r) => awaitsUnit(r.state)).map((r) => r.dueOn)
  const dueOn = isOpenProposal(row.state) ? ([...open, ...asking].toSorted()[0] ?? nothingDue) : nothingDue
  await tx.execute(
    sql`select fuhan_set_access(${proposalId}::uuid, ${row.registerNo}::text, ${dueOn}::date, ${JSON.stringify(wanted)}::text::jsonb)`,
  )
}
