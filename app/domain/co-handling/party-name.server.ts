import { eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { division, unit } from '~/db/schema/people'
import type { Facts } from '../proposal/facts'

/** The short name of the unit, or the division, an event's request went to. */
export async function partyName(tx: Tx, f: Facts): Promise<string> {
  const { unitId, divisionId } = f.request ?? { unitId: null, divisionId: null }
  const [row] = unitId
    ? await tx.select({ name: unit.shortName }).from(unit).where(eq(unit.id, unitId))
    : await tx
        .select({ name: division.name })
        .from(division)
        .where(eq(division.id, divisionId ?? ''))
  return row?.name ?? ''
}
