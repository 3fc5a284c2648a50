import { asc, eq } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { division, unit } from '~/db/schema/people'
import type { Viewer } from '../people/viewer'

/** The divisions an item can go to, and the units that may lead where we assist; as a form's options. */
export const readAllocationChoices = (viewer: Viewer) =>
  asViewer(viewer, async (tx) => {
    const [divisions, units] = await Promise.all([
      tx.select({ value: division.id, label: division.name }).from(division).orderBy(asc(division.position)),
      tx.select({ value: unit.id, label: unit.fullName }).from(unit).where(eq(unit.kind, 'co_handling')).orderBy(asc(unit.position)),
    ]) // prettier-ignore
    return { divisions, units }
  })
