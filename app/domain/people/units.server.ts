import { randomUUID } from 'node:crypto'
import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { appUser, membership, unit } from '~/db/schema/people'
import type { Command } from '../proposal/command'
import { Invalid, NotFound, Refused, type Problem } from '../refusals'
import { closingRefusals } from './closing-places'
import { keepPeople, refuseStale } from './keep-people.server'
import type { UnitKind } from './kinds'

export type NewUnit = { fullName: string; shortName: string; kind: UnitKind }

const places = (kind: 'unit_added' | 'unit_changed') => ({ kind, duty: 'places' }) as const

/** 增加单位: assigning, co-handling, oversight. @throws Invalid when a name is taken */
export const addUnit = (command: Command, input: NewUnit) =>
  keepPeople(command, places('unit_added'), input, async (tx, { bureauId }) => {
    const rows = await tx.select().from(unit).orderBy(asc(unit.position))
    refuseTaken(rows, input, null)
    const id = randomUUID()
    const position = (rows.at(-1)?.position ?? -1) + 1
    await tx.insert(unit).values({ id, bureauId, ...input, position })
    return { result: { id }, details: { unitId: id, ...input } }
  })

export type UnitChange = NewUnit & { version: number; position: number; isClosed: boolean }

/**
 * 更名、改类别、排序、停用或恢复. Letters already issued keep the name they were printed with.
 * @throws NotFound · Conflict for a stale page · Invalid when a name is taken · Refused while something is open there
 */
export const changeUnit = (command: Command, unitId: string, input: UnitChange) =>
  keepPeople(command, places('unit_changed'), { unitId, ...input }, async (tx) => {
    const rows = await tx.select().from(unit)
    const row = rows.find((u) => u.id === unitId)
    if (!row) throw new NotFound('unit')
    refuseStale(row, input.version, `${row.fullName}（${row.shortName}${row.closedAt ? '，已停用' : ''}）`)
    refuseTaken(rows, input, unitId)
    if (input.isClosed && !row.closedAt) {
      const reasons = closingRefusals(await openIn(tx, unitId), '单位')
      if (reasons.length > 0) throw new Refused('unit_changed', reasons)
    }
    const { fullName, shortName, kind, position, isClosed, version } = input
    const closedAt = isClosed ? (row.closedAt ?? command.now) : null
    await tx
      .update(unit)
      .set({ fullName, shortName, kind, position, closedAt, version: version + 1 })
      .where(eq(unit.id, unitId))
    return { result: null, details: { unitId, before: row.fullName, fullName, shortName, kind, isClosed } }
  })

type Named = { id: string; fullName: string; shortName: string }

/** Both names find a unit (lists and proposals write the short one), so both are nobody else's. */
function refuseTaken(rows: readonly Named[], { fullName, shortName }: NewUnit, own: string | null) {
  const others = rows.filter((u) => u.id !== own)
  const named = (name: string) => others.find((u) => u.fullName === name || u.shortName === name)
  const problems = (['fullName', 'shortName'] as const).flatMap((field): Problem[] => {
    const same = named(field === 'fullName' ? fullName : shortName)
    return same ? [{ field, message: `已经有${same.fullName}（${same.shortName}）了。` }] : []
  })
  if (problems.length > 0) throw new Invalid(problems)
}

async function openIn(tx: Tx, unitId: string) {
  const [[open], [people]] = await Promise.all([
    tx.execute<{ proposals: number; requests: number }>(
      sql`select * from fuhan_open_at(null, ${unitId}::uuid)`,
    ),
    tx
      .select({ n: count() })
      .from(membership)
      .innerJoin(appUser, eq(appUser.id, membership.userId))
      .where(and(eq(membership.unitId, unitId), isNull(appUser.disabledAt))),
  ])
  return { proposals: open?.proposals ?? 0, requests: open?.requests ?? 0, accounts: people?.n ?? 0 }
}
