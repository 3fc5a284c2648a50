import { sql, getTableName, type SQL, type Table } from 'drizzle-orm'
import type { Tx } from './client.server'

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Many rows of a table in one statement: the protocol allows 65,535 parameters, and parsing them costs time. A column
 * none of the rows names has its default; one that some leave out is null in those. `repeated` is a text column with few
 * long values, each of which travels once.
 */
export async function insertMany<T extends Table>(
  tx: Tx,
  table: T,
  rows: readonly T['$inferInsert'][],
  repeated?: keyof T['$inferInsert'] & string,
): Promise<void> {
  if (rows.length === 0) return
  const name = sql.identifier(getTableName(table))
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const values = new Map<unknown, number>()
  const place = (value: unknown) => values.get(value) ?? (values.set(value, values.size + 1), values.size)
  const json = JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        keys.map((key) => [
          snake(key),
          key === repeated ? place(Reflect.get(row, key)) : Reflect.get(row, key),
        ]),
      ),
    ),
  )
  const column = (key: string) => sql.identifier(snake(key))
  const texts = sql`(array(select jsonb_array_elements_text(${JSON.stringify([...values.keys()])}::text::jsonb)))`
  const selected = keys.map((key) => (key === repeated ? sql`${texts}[r.${column(key)}::integer]` : sql`r.${column(key)}`)) // prettier-ignore
  await planOnce(tx, sql`insert into ${name} (${sql.join(keys.map(column), sql`, `)}) select ${sql.join(selected, sql`, `)}
    from jsonb_populate_recordset(null::${name}, ${json}::text::jsonb) r`) // prettier-ignore
}

/**
 * A statement that writes many rows. For each the database looks up what it refers to; the pool's setting, which is for
 * reading under the walls, would have it plan every such look-up anew.
 */
export async function planOnce(tx: Tx, statement: SQL): Promise<void> {
  const plan = (mode: string) => tx.execute(sql`select set_config('plan_cache_mode', ${mode}, true)`)
  await Promise.all([plan('force_generic_plan'), tx.execute(statement), plan('force_custom_plan')])
}
