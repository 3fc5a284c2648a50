import { randomUUID } from 'node:crypto'
import { asViewer } from '~/db/client.server'
import { bureau, division, unit } from '~/db/schema/people'
import { appendBureauEvent } from '../log/append-bureau-event.server'
import type { UnitKind } from './kinds'
import type { Viewer } from './viewer'

export type NewBureau = {
  name: string
  shortName: string
  /** 市, 省, 区: prefixes meetings and short names. */
  region: string
  letterCode: string
  opinionCode: string
  isDemo: boolean
  divisions: readonly string[]
  units: readonly { fullName: string; shortName: string; kind: UnitKind }[]
}

export type Founded = {
  bureauId: string
  divisionIds: Record<string, string>
  unitIds: Record<string, string>
  founder: Viewer
}

/** The viewer who sets a bureau up: its system administrator, who never sees a proposal. */
export const founderOf = (bureauId: string): Viewer => ({
  bureauId,
  userId: null,
  delegateId: null,
  letterId: null,
  name: '系统管理员',
  memberships: [{ role: 'system_admin', divisionId: null, unitId: null }],
})

/** Opens a bureau with its divisions and outside units. Ids come back by division name and unit short name. */
export async function foundBureau(input: NewBureau, times: { now: Date; realNow: Date }): Promise<Founded> {
  const bureauId = randomUUID()
  const founder = founderOf(bureauId)
  const { divisions, units, ...own } = input
  const divisionRows = divisions.map((name, position) => ({ id: randomUUID(), bureauId, name, position }))
  const unitRows = units.map((u, position) => ({ id: randomUUID(), bureauId, ...u, position }))
  await asViewer(founder, async (tx) => {
    await tx.insert(bureau).values({ id: bureauId, ...own })
    if (divisionRows.length > 0) await tx.insert(division).values(divisionRows)
    if (unitRows.length > 0) await tx.insert(unit).values(unitRows)
    await appendBureauEvent(
      tx,
      founder,
      {
        kind: 'bureau_founded',
        details: { name: input.name, divisions: divisions.length, units: units.length },
      },
      { businessAt: times.now, recordedAt: times.realNow },
    )
  })
  return {
    bureauId,
    founder,
    divisionIds: Object.fromEntries(divisionRows.map((d) => [d.name, d.id])),
    unitIds: Object.fromEntries(unitRows.map((u) => [u.shortName, u.id])),
  }
}
