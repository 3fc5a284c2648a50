import { readdirSync, readFileSync } from 'node:fs'
import postgres from 'postgres'
import { expect, it } from 'vitest'
import { useTestDatabase } from '../support/test-database'

const database = useTestDatabase()

type Column = { name: string; type: string; notNull: boolean }
type Snapshot = {
  tables: Record<
    string,
    {
      name: string
      columns: Record<string, Column>
      indexes: Record<string, { name: string }>
      checkConstraints: Record<string, { name: string }>
    }
  >
}

const newest = () => {
  const [last] = readdirSync('drizzle/meta')
    .filter((name) => name.endsWith('_snapshot.json'))
    .toSorted()
    .toReversed()
  return JSON.parse(readFileSync(`drizzle/meta/${last}`, 'utf8')) as Snapshot
}

/** The migrations are partly written by hand: what they leave behind is compared with what the code believes. */
it('leaves the tables, columns, indexes and checks the code believes in', async () => {
  const sql = postgres(database.superuserUrl(), { max: 1, onnotice() {} })
  try {
    const columns = await sql<{ column: string }[]>`
      select table_name || '.' || column_name || case when is_nullable = 'NO' then ' not null' else '' end as column
      from information_schema.columns where table_schema = 'public'`
    const tables = Object.values(newest().tables)
    expect(columns.map((c) => c.column).toSorted()).toEqual(
      tables
        .flatMap((t) => Object.values(t.columns).map((c) => `${t.name}.${c.name}${c.notNull ? ' not null' : ''}`))
        .toSorted(),
    ) // prettier-ignore
    const indexes = await sql<
      { name: string }[]
    >`select indexname as name from pg_indexes where schemaname = 'public'`
    const there = new Set(indexes.map((i) => i.name))
    const wanted = tables.flatMap((t) => Object.values(t.indexes).map((i) => i.name))
    expect(wanted.filter((name) => !there.has(name))).toEqual([])
    const checks = await sql<{ name: string }[]>`
      select conname as name from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`
    expect(checks.map((c) => c.name).toSorted()).toEqual(
      tables.flatMap((t) => Object.values(t.checkConstraints).map((c) => c.name)).toSorted(),
    )
  } finally {
    await sql.end()
  }
})
