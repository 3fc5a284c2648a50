import net from 'node:net'
import { drizzle } from 'drizzle-orm/postgres-js'
import { sql, type ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgTransaction } from 'drizzle-orm/pg-core'
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { actorOf, isStaff, partiesOf, rolesOf, unitOf, type Viewer } from '~/domain/people/viewer'

/** A transaction opened for one viewer. There is no other way to reach the data. */
export type Tx = PgTransaction<
  PostgresJsQueryResultHKT,
  Record<string, never>,
  ExtractTablesWithRelations<Record<string, never>>
>

/** Longer than statement_timeout: only a dead network path or a frozen server gets here. */
const silentMs = 7_000

type Pool = { sql: postgres.Sql; db: ReturnType<typeof makeDrizzle> }
let pool: Pool | undefined

// An install with --ignore-scripts skips the patch silently and is not safe when a connection is lost.
function assertPatched() {
  if (!('closeSafe' in postgres && postgres.closeSafe === 1))
    throw new Error('The postgres package is not patched. Run: npx patch-package')
}

/** Connection settings measured in docs/adr; `role` makes the pool the application role by startup parameter. */
export function connectionOptions(role: string | null): postgres.Options<Record<string, never>> {
  return {
    connect_timeout: 3,
    keep_alive: 10,
    backoff: (n: number) => Math.min(0.05 * 2 ** n, 0.5),
    fetch_types: false,
    onnotice() {},
    idle_timeout: 20,
    connection: {
      statement_timeout: 5_000,
      lock_timeout: 4_000,
      idle_in_transaction_session_timeout: 5_000,
      plan_cache_mode: 'force_custom_plan',
      ...(role ? { role } : {}),
    },
    // Without TLS only: postgres.js removes a raw socket's listeners when it upgrades. A real option the types leave out.
    ...socketOption,
  }
}

const socketOption = { socket: guardedSocket }

function guardedSocket({ host, port, path }: { host: string[]; port: number[]; path?: string }) {
  const socket = path ? net.connect(path) : net.connect(port[0] ?? 5432, host[0] ?? 'localhost')
  Object.assign(socket, { host: host[0], port: port[0] })
  return socket.setTimeout(silentMs, () =>
    socket.destroy(Object.assign(new Error(`database silent for ${silentMs} ms`), { code: 'ETIMEDOUT' })),
  )
}

const makeDrizzle = (client: postgres.Sql) => drizzle(preparing(client), { casing: 'snake_case' })

/** Beyond this many parameters a statement is a list of ids, whose every length would be kept as one of its own. */
const mostParameters = 16

/**
 * Drizzle sends every query unprepared, and postgres.js then waits for its description before it sends the next one.
 * Prepared, the queries of one page travel together. Plans stay custom (plan_cache_mode): row-level security needs it.
 */
function preparing<S extends postgres.Sql>(client: S): S {
  const scoped =
    (name: 'begin' | 'savepoint') =>
    (...given: unknown[]) => {
      const run = given.pop() as (scope: postgres.TransactionSql) => unknown
      const open = Reflect.get(client, name) as (...args: unknown[]) => unknown
      return open(...given, (scope: postgres.TransactionSql) => run(preparing(scope as never)))
    }
  const unsafe: S['unsafe'] = (query, parameters = [], options = {}) =>
    client.unsafe(query, parameters, { ...options, prepare: parameters.length <= mostParameters })
  return new Proxy(client, {
    get: (target, name) =>
      name === 'unsafe'
        ? unsafe
        : name === 'begin' || name === 'savepoint'
          ? scoped(name)
          : (Reflect.get(target, name) as unknown),
  })
}

/** Opens the pool. `role` is null where the URL already signs in as the application (DATABASE_APP_URL). */
export function openDatabase(
  url: string,
  { role = 'fuhan_app', max = 8 }: { role?: string | null; max?: number } = {},
) {
  assertPatched()
  const client = postgres(url, { ...connectionOptions(role), max })
  pool = { sql: client, db: makeDrizzle(client) }
}

/**
 * The statements of pg-boss, whose tables hold no data of a bureau, over the same pool and role; for app/jobs alone.
 * Without a viewer row-level security shows it no bureau's row. What pg-boss wraps in
 * BEGIN … COMMIT becomes a transaction of the driver, which allows no other.
 */
export async function executeQueueSql(text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
  if (!pool) throw Object.assign(new Error('the database is not open'), { code: 'CONNECTION_CLOSED' })
  const wrapped = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/.exec(text)?.[1]
  if (wrapped) {
    await pool.sql.begin((tx) => tx.unsafe(wrapped))
    return { rows: [] }
  }
  return { rows: [...(await pool.sql.unsafe(text, values.map(asParameter)))] }
}

/** The driver fetches no types and leaves JSON to drizzle, so lists and objects go as text that PostgreSQL reads. */
function asParameter(value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return `{${value.map((one) => JSON.stringify(String(one))).join(',')}}`
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return JSON.stringify(value)
}

export async function closeDatabase() {
  const closing = pool
  pool = undefined
  await closing?.sql.end({ timeout: 5 })
}

/** Null when the database answers as the application role; otherwise the sentence that says what is wrong. */
export async function whyDatabaseIsUnfit(): Promise<string | null> {
  if (!pool) return 'the database pool is not open'
  const [role] = await pool.sql<{ name: string; unfit: boolean; owns: boolean }[]>`
    select current_user as name, rolsuper or rolbypassrls as unfit,
      exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and c.relowner = r.oid) as owns
    from pg_roles r where rolname = current_user`
  if (!role) return 'the database role is unknown'
  if (role.unfit) return `the database role "${role.name}" bypasses row-level security; use fuhan_app`
  if (role.owns)
    return `the database role "${role.name}" owns tables and must not serve requests; use fuhan_app`
  return null
}

function wallsOf(viewer: Viewer) {
  const settings: Record<string, string> = {
    'fuhan.bureau': viewer.bureauId ?? '',
    'fuhan.user': viewer.userId ?? '',
    'fuhan.unit': unitOf(viewer) ?? '',
    'fuhan.delegate': viewer.delegateId ?? '',
    'fuhan.letter': viewer.letterId ?? '',
    'fuhan.link': viewer.link?.id ?? '',
    'fuhan.roles': rolesOf(viewer).join(' '),
    'fuhan.parties': partiesOf(viewer).join(' '),
    'fuhan.staff': isStaff(viewer) ? 'yes' : '',
    'fuhan.actor': actorOf(viewer),
    'fuhan.house': viewer.isHouse ? 'yes' : '',
  }
  const calls = Object.entries(settings).map(([name, value]) => sql`set_config(${name}, ${value}, true)`)
  return sql`select ${sql.join(calls, sql`, `)}`
}

/**
 * Runs `fn` in one transaction that row-level security ties to `viewer`. The settings travel with the first query.
 * @throws whatever `fn` throws, after rolling back; a lost connection satisfies `isDatabaseLost`.
 */
export async function asViewer<R>(viewer: Viewer, fn: (tx: Tx) => Promise<R>): Promise<R> {
  if (!pool) throw Object.assign(new Error('the database is not open'), { code: 'CONNECTION_CLOSED' })
  return await pool.db.transaction(async (tx) => {
    const walls = tx.execute(wallsOf(viewer)).then(() => undefined)
    const [result] = await Promise.all([fn(tx), walls])
    return result
  })
}

const lost =
  /^(CONNECTION_(CLOSED|DESTROYED|ENDED)|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|57P0[123]|08\w{3})$/

/** True: answer 503 with Retry-After. After a write the outcome is unknown: repeat only with the same key. */
export function isDatabaseLost(error: unknown): boolean {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++)
    if ('code' in e && typeof e.code === 'string' && lost.test(e.code)) return true
  return false
}
