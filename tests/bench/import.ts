import { chmodSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { closeDatabase, openDatabase } from '~/db/client.server'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '~/db/embedded-postgres.server'
import { markAsTestDatabase, migrate } from '~/db/migrate.server'
import { readBatch } from '~/domain/batches/read-batches.server'
import { workBatches } from '~/domain/batches/work-batches.server'
import { checkUpload } from '~/domain/files/check-upload.server'
import { chooseColumns } from '~/domain/intake/lists/choose-columns.server'
import { suggestedColumns } from '~/domain/intake/lists/list-settings'
import { readMapping } from '~/domain/intake/lists/read-import.server'
import { startRegistering } from '~/domain/intake/lists/start-registering.server'
import { uploadList } from '~/domain/intake/lists/upload-list.server'
import { openFileStore } from '~/files/open-store.server'
import { listOf } from '../support/list-of'
import { as, businessNow, openBureau, realNow, type Bureau } from '../support/story'
import { figure, median } from './harness'
import { insertOrCopy } from './insert-or-copy'

const rows = 10_000
const rowsOfRatio = 500
const rounds = 5

/** P9: a list of 10,000 rows from its bytes to its last result, the event loop's delay meanwhile, and insert ÷ COPY. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fuhan-bench-'))
  chmodSync(folder, 0o755)
  const cluster = await startEmbeddedPostgres({ dataDir: folder, log: () => {} })
  try {
    await migrate(cluster.url)
    await markAsTestDatabase(cluster.url)
    openDatabase(cluster.url)
    openFileStore({ kind: 'disk', folder: path.join(folder, 'files') })
    const bureau = await openBureau()
    await total(bureau)
    await ratio(bureau, cluster)
  } finally {
    await closeDatabase()
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const work = (bureau: Bureau) =>
  workBatches(bureau.bureauId, { now: () => businessNow, realNow: () => realNow })

/** Handed in and its columns chosen, as by the pages. */
async function handedIn(bureau: Bureau, bytes: Buffer<ArrayBuffer>) {
  const { registrar } = bureau.people
  const file = await checkUpload({ name: '交办表.xlsx', bytes }, { kinds: ['xlsx'], most: 1e8 })
  const { importId } = await uploadList(as(registrar), file)
  const { list } = await readMapping(registrar, importId)
  await chooseColumns(as(registrar), importId, {
    columns: suggestedColumns(list.heads), meetingId: bureau.meetingId, sessionKind: 'plenary', assigningUnitId: null,
    assignedOn: '2026-03-02', receivedOn: '2026-03-20',
  }) // prettier-ignore
  return await startRegistering(as(registrar), importId, { allOrNone: false })
}

async function finished(bureau: Bureau, batchId: string, count: number) {
  const { state, done, failed } = await readBatch(bureau.people.registrar, batchId, { state: null, after: 0, most: 1 }) // prettier-ignore
  if (failed > 0) throw new Error(`${failed} rows were not registered`)
  if (state === 'done' && done !== count) throw new Error(`${done} of ${count} rows`)
  return state === 'done'
}

async function total(bureau: Bureau) {
  const bytes = Buffer.from(await listOf(rows))
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const began = performance.now()
  const { batchId } = await handedIn(bureau, bytes)
  const begunAfter = performance.now() - began
  do await work(bureau)
  while (!(await finished(bureau, batchId, rows)))
  const ms = performance.now() - began
  delay.disable()
  figure('P9 list of 10,000 rows, from its bytes to its last result', ms / 1000, 's', { goal: 10, untilBegun: Math.round(begunAfter), load: load() }) // prettier-ignore
  figure('P9 delay of the event loop meanwhile, p99', delay.percentile(99) / 1e6, 'ms', { goal: 50, max: Math.round(delay.max / 1e6) }) // prettier-ignore
}

/** The rows of a smaller list, written as the registering writes them ÷ the same rows by COPY into the same tables. */
async function ratio(bureau: Bureau, cluster: EmbeddedPostgres) {
  const bytes = Buffer.from(await listOf(rowsOfRatio, (cells) => cells.with(1, `R${cells[1]}`)))
  const { batchId } = await handedIn(bureau, bytes)
  do await work(bureau)
  while (!(await finished(bureau, batchId, rowsOfRatio)))
  const database = Object.assign(new URL(cluster.superuserUrl), { pathname: '/fuhan' }).href
  const { times, rows: written } = await insertOrCopy(database, bureau.people.registrar, batchId, rounds)
  const ratios = times.map((round) => round.insert / round.copy)
  figure('P9 insert ÷ COPY of the same rows', median(ratios), 'ratio of time', {
    goal: 2, low: rounded(Math.min(...ratios)), high: rounded(Math.max(...ratios)),
    insertMs: rounded(median(times.map((round) => round.insert))), copyMs: rounded(median(times.map((round) => round.copy))),
    rows: written, rounds, load: load(),
  }) // prettier-ignore
}

const rounded = (value: number) => Math.round(value * 100) / 100

const load = () => loadavg().map((n) => Math.round(n * 10) / 10)
