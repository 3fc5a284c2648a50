import { sql, getTableName, type Table } from 'drizzle-orm'
import type { Tx } from './client.server'

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Many rows of a table in one statement with one parameter: the protocol allows 65,535, and parsing them costs time.
 * A column none of the rows names has its default; one that some leave out is null in those.
 */
export async function insertMany<T extends Table>(
  tx: Tx,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  if (rows.length === 0) return
  const name = sql.identifier(getTableName(table))
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = sql.join(keys.map((key) => sql.identifier(snake(key))), sql`, `) // prettier-ignore
  const json = JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]))),
  )
  await tx.execute(
    sql`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ${json}::text::jsonb)`,
  )
}
