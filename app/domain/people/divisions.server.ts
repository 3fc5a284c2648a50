import { randomUUID } from 'node:crypto'
import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { appUser, division, membership } from '~/db/schema/people'
import type { Command } from '../proposal/command'
import { Invalid, NotFound, Refused } from '../refusals'
import { closingRefusals } from './closing-places'
import { keepPeople, refuseStale } from './keep-people.server'

const places = (kind: 'division_added' | 'division_changed') => ({ kind, duty: 'places' }) as const

/** 增设处室. @throws Invalid when the name is taken */
export const addDivision = (command: Command, input: { name: string }) =>
  keepPeople(command, places('division_added'), input, async (tx, { bureauId }) => {
    const rows = await tx.select().from(division).orderBy(asc(division.position))
    refuseTaken(rows, input.name, null)
    const id = randomUUID()
    const position = (rows.at(-1)?.position ?? -1) + 1
    await tx.insert(division).values({ id, bureauId, name: input.name, position })
    return { result: { id }, details: { divisionId: id, ...input } }
  })

export type DivisionChange = { version: number; name: string; position: number; isClosed: boolean }

/**
 * 改名、排序、停用或恢复. What it worked on keeps its name in the log.
 * @throws NotFound · Conflict for a stale page · Invalid when the name is taken · Refused while something is open there
 */
export const changeDivision = (command: Command, divisionId: string, input: DivisionChange) =>
  keepPeople(command, places('division_changed'), { divisionId, ...input }, async (tx) => {
    const rows = await tx.select().from(division)
    const row = rows.find((d) => d.id === divisionId)
    if (!row) throw new NotFound('division')
    refuseStale(row, input.version, `${row.name}${row.closedAt ? '（已停用）' : ''}`)
    refuseTaken(rows, input.name, divisionId)
    if (input.isClosed && !row.closedAt) {
      const reasons = closingRefusals(await openIn(tx, divisionId), '处室')
      if (reasons.length > 0) throw new Refused('division_changed', reasons)
    }
    const { name, position, isClosed, version } = input
    const closedAt = isClosed ? (row.closedAt ?? command.now) : null
    await tx
      .update(division)
      .set({ name, position, closedAt, version: version + 1 })
      .where(eq(division.id, divisionId))
    return { result: null, details: { divisionId, before: row.name, name, position, isClosed } }
  })

function refuseTaken(rows: readonly { id: string; name: string }[], name: string, own: string | null) {
  if (rows.some((d) => d.name === name && d.id !== own))
    throw new Invalid([{ field: 'name', message: `已经有“${name}”了。` }])
}

async function openIn(tx: Tx, divisionId: string) {
  const [[open], [people]] = await Promise.all([
    tx.execute<{ proposals: number; requests: number }>(
      sql`select * from fuhan_open_at(${divisionId}::uuid, null)`,
    ),
    tx
      .select({ n: count() })
      .from(membership)
      .innerJoin(appUser, eq(appUser.id, membership.userId))
      .where(and(eq(membership.divisionId, divisionId), isNull(appUser.disabledAt))),
  ])
  return { proposals: open?.proposals ?? 0, requests: open?.requests ?? 0, accounts: people?.n ?? 0 }
}
