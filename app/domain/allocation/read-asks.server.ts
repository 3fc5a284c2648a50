import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { askElsewhere, jointLead } from '~/db/schema/particulars'
import { unit } from '~/db/schema/people'
import { ask } from '~/db/schema/proposal'

/** The numbered asks, with the unit that answers one instead of us (分办). */
export async function readAsks(tx: Tx, proposalId: string) {
  const rows = await tx
    .select({ n: ask.n, text: ask.text, elsewhere: unit.shortName })
    .from(ask)
    .leftJoin(askElsewhere, and(eq(askElsewhere.proposalId, ask.proposalId), eq(askElsewhere.n, ask.n)))
    .leftJoin(unit, eq(unit.id, askElsewhere.unitId))
    .where(eq(ask.proposalId, proposalId))
    .orderBy(asc(ask.n))
  return rows.map(({ n, text, elsewhere }) => (elsewhere ? { n, text, elsewhere } : { n, text }))
}

/** Which asks are whose, and who leads beside us, as the form of 承办分工 shows them. */
export async function readRoles(tx: Tx, proposalId: string) {
  const [elsewhere, leads] = await Promise.all([
    tx
      .select({ n: askElsewhere.n, unitId: askElsewhere.unitId })
      .from(askElsewhere)
      .where(eq(askElsewhere.proposalId, proposalId)),
    tx
      .select({ unitId: jointLead.unitId, name: unit.shortName })
      .from(jointLead)
      .innerJoin(unit, eq(unit.id, jointLead.unitId))
      .where(eq(jointLead.proposalId, proposalId))
      .orderBy(asc(unit.position)),
  ])
  return { elsewhere, leads }
}
