import { eq, or } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { division, unit } from '~/db/schema/people'
import type { Viewer } from './viewer'

/** A division by name and a unit by full or short name; null where none was named. @throws when a name is unknown */
export async function findPlace(viewer: Viewer, named: { division: string | null; unit: string | null }) {
  return await asViewer(viewer, async (tx) => {
    const [ofDivision] = named.division
      ? await tx.select().from(division).where(eq(division.name, named.division))
      : []
    const [ofUnit] = named.unit
      ? await tx
          .select()
          .from(unit)
          .where(or(eq(unit.fullName, named.unit), eq(unit.shortName, named.unit)))
      : []
    if (named.division && !ofDivision) throw new Error(`没有这个处室：${named.division}`)
    if (named.unit && !ofUnit) throw new Error(`没有这个单位：${named.unit}`)
    return { divisionId: ofDivision?.id ?? null, unitId: ofUnit?.id ?? null }
  })
}
