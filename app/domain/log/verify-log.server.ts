import { asc, eq, sql } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { event } from '~/db/schema/log'
import { nobody, type Viewer } from '../people/viewer'
import { chainHash, chainStart } from './hashes.server'
import type { LogHead } from './log-head.server'

export type LogFault = { chain: string; sequence: number; problem: string }

/** The audit administrator of a bureau, who reads the log and nothing else. */
export const auditorOf = (bureauId: string): Viewer => ({
  ...nobody,
  bureauId,
  name: '审计',
  memberships: [{ role: 'audit_admin', divisionId: null, unitId: null }],
})

/** Every bureau of this installation. */
export async function bureauIds(): Promise<string[]> {
  return await asViewer(nobody, async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`select id from fuhan_bureaus() as id`)
    return rows.map((row) => row.id)
  })
}

type Row = Pick<typeof event.$inferSelect, 'chain' | 'sequence' | 'previousHash' | 'hash' | 'canonical'>

/** Follows every chain of a bureau from its start; `head` also shows a tail that was cut off. */
export async function verifyLog(
  bureauId: string,
  head: LogHead | null,
): Promise<{ events: number; faults: LogFault[] }> {
  const rows = await asViewer(auditorOf(bureauId), (tx) => readChains(tx, bureauId))
  const faults: LogFault[] = []
  let previous: Row | null = null
  for (const row of rows) {
    const before: Row | null = previous?.chain === row.chain ? previous : null
    const problem = problemOf(row, before)
    if (problem) faults.push({ chain: row.chain, sequence: row.sequence, problem })
    previous = row
  }
  return { events: rows.length, faults: [...faults, ...cutTails(rows, head)] }
}

const readChains = (tx: Tx, bureauId: string): Promise<Row[]> =>
  tx
    .select({
      chain: event.chain,
      sequence: event.sequence,
      previousHash: event.previousHash,
      hash: event.hash,
      canonical: event.canonical,
    })
    .from(event)
    .where(eq(event.bureauId, bureauId))
    .orderBy(asc(event.chain), asc(event.sequence))

function problemOf(row: Row, before: Row | null): string | null {
  if (row.sequence !== (before?.sequence ?? 0) + 1) return `event ${(before?.sequence ?? 0) + 1} is missing`
  if (row.previousHash !== (before?.hash ?? chainStart)) return 'does not follow from the event before it'
  if (row.hash !== chainHash(row.previousHash, row.canonical)) return 'its text does not have its hash'
  return null
}

function cutTails(rows: readonly Row[], head: LogHead | null): LogFault[] {
  const hashes = new Map(rows.map((row) => [`${row.chain} ${row.sequence}`, row.hash]))
  return (head?.chains ?? [])
    .filter((known) => hashes.get(`${known.chain} ${known.sequence}`) !== known.hash)
    .map(({ chain, sequence }) => ({
      chain,
      sequence,
      problem: 'was there when the head was written, and is gone or changed',
    }))
}
