import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import { readMigrationFiles, type MigrationConfig } from 'drizzle-orm/migrator'
import postgres from 'postgres'
import { connectionOptions } from './client.server'

/** The drizzle/ folder of the checkout, found from the sources as well as from the built bundle. */
function migrationsFolder(): string {
  const places = ['../../drizzle', '../../../drizzle'].map((p) => fileURLToPath(new URL(p, import.meta.url)))
  const folder = places.find((p) => existsSync(`${p}/meta/_journal.json`))
  if (!folder) throw new Error(`no migrations folder at ${places.join(' or ')}`)
  return folder
}

const config = (): MigrationConfig => ({ migrationsFolder: migrationsFolder() })

async function asOwner<R>(ownerUrl: string, fn: (sql: postgres.Sql) => Promise<R>): Promise<R> {
  const options = connectionOptions(null)
  const client = postgres(ownerUrl, {
    ...options,
    connection: { lock_timeout: 30_000, statement_timeout: 0 },
    max: 1,
  })
  try {
    return await fn(client)
  } finally {
    await client.end({ timeout: 5 })
  }
}

/** Brings the schema up to date; two processes take turns. @throws when the database cannot be reached. */
export async function migrate(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await client`select pg_advisory_lock(hashtext('fuhan.migrate'))`
    await runMigrations(drizzle(client), config())
    await client`insert into installation (id, is_test) select gen_random_uuid(), false where not exists (select from installation)`
    await client`select pg_advisory_unlock(hashtext('fuhan.migrate'))`
  })
}

/** How many migrations this database still lacks. */
export async function migrationsMissing(ownerUrl: string): Promise<number> {
  const wanted = readMigrationFiles(config())
  return await asOwner(ownerUrl, async (client) => {
    const [table] = await client<
      { there: boolean }[]
    >`select to_regclass('drizzle.__drizzle_migrations') is not null as there`
    if (!table?.there) return wanted.length
    const done = await client<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations`
    const hashes = new Set(done.map((row) => row.hash))
    return wanted.filter((m) => !hashes.has(m.hash)).length
  })
}

/** Whether this database was made for tests: only then may a test clock run on it. */
export async function isTestDatabase(ownerUrl: string): Promise<boolean> {
  return await asOwner(ownerUrl, async (client) => {
    const [row] = await client<{ is_test: boolean }[]>`select is_test from installation`
    return row?.is_test ?? false
  })
}

/** Marks a database as made for tests. */
export async function markAsTestDatabase(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, (client) => client`update installation set is_test = true`)
}
