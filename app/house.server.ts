import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { setTestClock } from './clock.server'
import { closeDatabase, openDatabase, whyDatabaseIsUnfit } from './db/client.server'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './db/embedded-postgres.server'
import { isTestDatabase, migrate, migrationsMissing } from './db/migrate.server'
import { recordedOnly } from './domain/notices/carriers'
import { readJobHealth } from './domain/notices/job-runs.server'
import { smtpCarrier } from './domain/notices/smtp-carrier.server'
import { startJobs } from './jobs/start-jobs.server'
import { writeLogHeads } from './domain/log/log-head.server'
import type { FileStore } from './files/file-store'
import { openFileStore } from './files/open-store.server'
import type { Settings } from './env.server'
import { drain, listen } from './server/listen.server'
import { createWebServer, type LoadContext } from './server/web-server.server'

export type House = { address: string; firstRun: boolean; stop(): Promise<void> }

export type Furnishing = {
  handle: (request: Request, context: LoadContext) => Promise<Response>
  clientFolder: string
  plantDemo: () => Promise<boolean>
  log: (line: string) => void
  reportError: (error: unknown, requestId: string) => void
}

const dayMs = 86_400_000

/** How long a start waits for an external database before it opens the doors without it. */
const patienceMs = 5000

/** A database that is there and must not be used: waiting does not mend it. */
class Unfit extends Error {}

/**
 * The order of a start, reversed on stop: PostgreSQL → file store → migrations → pool → demo bureau → jobs → requests.
 * With an external database that is away the doors open all the same: /healthz answers, /readyz says what is missing.
 * @throws a sentence when the port, the data folder, a setting or the database's role is wrong
 */
export async function startHouse(settings: Settings, furnishing: Furnishing): Promise<House> {
  const undo: (() => Promise<void>)[] = []
  const stop = async () => {
    // One step that fails must not keep PostgreSQL, the last of them, from being stopped.
    const failures: unknown[] = []
    for (const step of undo.toReversed()) await step().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw new AggregateError(failures, 'the house did not stop cleanly')
  }
  try {
    const embedded = settings.databaseUrl ? null : await startEmbedded(settings, furnishing, undo)
    const ownerUrl = settings.databaseUrl ?? embedded?.url ?? ''
    openDatabase(settings.databaseAppUrl ?? ownerUrl, settings.databaseAppUrl ? { role: null } : {})
    undo.push(closeDatabase)
    const database = { ready: false, firstRun: false }
    const files = openFileStore(settings.files)
    const prepare = async () => {
      await migrate(ownerUrl)
      await assertFit(settings, ownerUrl)
      setTestClock(settings.testClock)
      if (settings.plantsDemo) database.firstRun = await furnishing.plantDemo()
      await writeLogHeads(settings.dataDir, new Date())
      database.ready = true
      await employ(settings, furnishing, undo)
    }
    if (embedded) await prepare()
    else await keepTrying(prepare, database, furnishing, undo)
    const address = await openDoors(settings, furnishing, () => missing(database, ownerUrl, files), undo)
    keepLogHeads(settings, furnishing, undo)
    return { address, firstRun: database.firstRun, stop }
  } catch (error) {
    await stop().catch((failure: unknown) => furnishing.reportError(failure, 'stop'))
    throw error
  }
}

type Undo = (() => Promise<void>)[]

async function startEmbedded(settings: Settings, { log }: Furnishing, undo: Undo): Promise<EmbeddedPostgres> {
  const embedded = await startEmbeddedPostgres({ dataDir: settings.dataDir, log })
  undo.push(() => embedded.stop())
  return embedded
}

/** @throws Unfit when the pool's role bypasses row-level security, or a test clock meets a real database */
async function assertFit(settings: Settings, ownerUrl: string) {
  const unfit = await whyDatabaseIsUnfit()
  if (unfit) throw new Unfit(`数据库角色不对：${unfit}`)
  if (settings.testClock && !(await isTestDatabase(ownerUrl)))
    throw new Unfit('设置 FUHAN_TEST_CLOCK 不能用：这个数据库没有标记为测试库。')
}

/**
 * An external database may come later, or be at an older schema: try until it is ready, then serve.
 * @throws Unfit where it answers at once and is the wrong one
 */
async function keepTrying(
  prepare: () => Promise<void>,
  database: { ready: boolean },
  { log }: Furnishing,
  undo: Undo,
) {
  let stopped = false
  undo.push(async () => {
    stopped = true
  })
  let said = ''
  const attempt = () =>
    prepare().catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error)
      if (why !== said) log(`数据库还不能用，继续等待：${why}`)
      said = why
      return error
    })
  const first = attempt()
  const early = await Promise.race([first, wait(patienceMs)])
  if (early instanceof Unfit) throw early
  const goOn = async () => {
    await first
    for (; !stopped && !database.ready; await wait(1000)) await attempt()
  }
  void goOn()
}

async function missing(database: { ready: boolean }, ownerUrl: string, files: FileStore): Promise<string[]> {
  const [data, store] = await Promise.all([missingData(database, ownerUrl), files.whyUnfit()])
  return store ? [...data, store] : data
}

async function missingData(database: { ready: boolean }, ownerUrl: string): Promise<string[]> {
  const unfit = await whyDatabaseIsUnfit().catch((error: unknown) => `database: ${codeOf(error)}`)
  if (unfit) return [unfit]
  if (database.ready) return []
  const lacking = await migrationsMissing(ownerUrl).catch(() => null)
  return [lacking ? `migrations: ${lacking} missing` : 'the database is being prepared']
}

/** ECONNREFUSED, 57P03 …: the cause without host, port or role, which the page shows to anybody. */
const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'not reachable'

async function openDoors(
  settings: Settings,
  furnishing: Furnishing,
  whatIsMissing: () => Promise<string[]>,
  undo: Undo,
) {
  const server = createWebServer({
    handle: furnishing.handle,
    clientFolder: path.resolve(furnishing.clientFolder),
    publicOrigin: settings.publicOrigin,
    trustProxy: settings.trustProxy,
    missing: whatIsMissing,
    jobs: () => readJobHealth().catch(() => null),
    reportError: furnishing.reportError,
  })
  const port = await listen(server, settings.host, settings.port)
  undo.push(() => drain(server))
  return (
    settings.publicOrigin ??
    `http://${settings.host === '0.0.0.0' || settings.host === '127.0.0.1' ? 'localhost' : settings.host}:${port}`
  )
}

/** The jobs, with the mail server of the settings; stopped before the pool they work over. */
async function employ(settings: Settings, { reportError }: Furnishing, undo: Undo) {
  const smtp = settings.smtp ? smtpCarrier(settings.smtp) : null
  const jobs = await startJobs({
    office: { sendsMail: smtp !== null, origin: settings.publicOrigin },
    carriers: { email: smtp?.carry ?? null, sms: recordedOnly },
    reportError,
  })
  undo.push(async () => {
    await jobs.stop()
    smtp?.close()
  })
}

/** The log's daily head outside the database (design.md §3, rule 12). */
function keepLogHeads(settings: Settings, { reportError }: Furnishing, undo: Undo) {
  const timer = setInterval(() => {
    writeLogHeads(settings.dataDir, new Date()).catch((error: unknown) => reportError(error, 'log-heads'))
  }, dayMs)
  timer.unref()
  undo.push(async () => clearInterval(timer))
}
