import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { usableBinaries } from './embedded/binaries.server'
import {
  clusterPassword,
  dataOf,
  freePort,
  initialise,
  privateFolder,
  spawnServer,
  stopLeftover,
  type Cluster,
} from './embedded/cluster.server'
import { lockHouse } from './embedded/house-lock.server'
import { isReachable, unprivilegedAccount, type Account } from './embedded/unprivileged-account.server'

export type EmbeddedPostgres = {
  /** Signs in as the owner of database `fuhan`, who migrates. */
  url: string
  /** For tests, which make and clone databases. */
  superuserUrl: string
  stop(): Promise<void>
}

type Options = { dataDir: string; log: (line: string) => void }

/**
 * Starts the PostgreSQL that came with npm: loopback only, random password, data under `dataDir`. A server left behind
 * by kill -9 is stopped first; one that dies while running is started again on the same port.
 * @throws when the folder is in use by another process, or the server does not come up
 */
export async function startEmbeddedPostgres({ dataDir, log }: Options): Promise<EmbeddedPostgres> {
  const account = unprivilegedAccount()
  makeDataFolder(dataDir)
  const unlock = lockHouse(path.resolve(dataDir))
  try {
    const home = homeOf(path.resolve(dataDir), account, log)
    privateFolder(home, account)
    const cluster: Cluster = {
      home,
      account,
      bin: usableBinaries(home, account),
      password: clusterPassword(home, account),
    }
    await initialise(cluster)
    await stopLeftover(home, log)
    const server = await keepRunning(cluster, log)
    await makeOwner(server.superuserUrl, cluster.password)
    const stop = () => server.stop().finally(unlock)
    return { url: ownerUrl(server.port, cluster.password), superuserUrl: server.superuserUrl, stop }
  } catch (error) {
    unlock()
    throw error
  }
}

/** @throws a sentence that names the setting */
function makeDataFolder(dataDir: string) {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`设置 DATA_DIR 不对：数据目录 ${dataDir} 建不了（${why}）。`, { cause })
  }
}

/** The owner's URL of the server another process runs on this data folder, for commands beside a running house. */
export function runningEmbeddedUrl(dataDir: string): string {
  const account = unprivilegedAccount()
  const home = homeOf(path.resolve(dataDir), account, () => {})
  const [, , , port] = readFileSync(path.join(dataOf(home), 'postmaster.pid'), 'utf8').split('\n')
  return ownerUrl(Number(port), clusterPassword(home, account))
}

/** Data the account cannot reach (a checkout in a 0700 folder) is placed elsewhere, and the start says so. */
function homeOf(dataDir: string, account: Account | null, log: (line: string) => void): string {
  if (isReachable(dataDir, account)) return path.join(dataDir, 'postgres')
  const elsewhere = path.join(
    '/var/lib',
    `fuhan-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`,
  )
  log(`数据库账号 ${account?.name} 进不了 ${dataDir}，数据库文件放在 ${elsewhere}。`)
  return elsewhere
}

const superuser = (port: number, password: string) =>
  `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
const ownerUrl = (port: number, password: string) => `postgres://fuhan:${password}@127.0.0.1:${port}/fuhan`

async function keepRunning(cluster: Cluster, log: (line: string) => void) {
  let stopping = false
  let child = await begin(cluster, await freePort(), log)
  const { port } = child
  let reviving: Promise<void> | undefined
  const watch = () =>
    child.process.once('exit', () => {
      if (!stopping) reviving = revive()
    })
  const revive = async () => {
    log('数据库意外停止，正在重新启动。')
    while (!stopping) {
      await stopLeftover(cluster.home, () => {})
      const again = await begin(cluster, port, log).catch(() => null)
      if (again) {
        child = again
        watch()
        return
      }
      await wait(200)
    }
  }
  watch()
  const stop = async () => {
    stopping = true
    // A server that is only now coming back must not be left behind.
    await reviving
    await stopServer(child.process)
  }
  return { port, superuserUrl: superuser(port, cluster.password), stop }
}

async function begin(cluster: Cluster, port: number, log: (line: string) => void) {
  const child = spawnServer(cluster, port)
  // A program that cannot be run shows below as a child without a pid.
  child.once('error', () => {})
  // Node waits for the database only where somebody asked it to; a process that just ends takes it along.
  child.unref()
  const alongWithUs = () => child.kill('SIGINT')
  process.once('exit', alongWithUs)
  child.once('exit', () => process.removeListener('exit', alongWithUs))
  try {
    await untilAnswering(superuser(port, cluster.password), child)
  } catch (error) {
    await stopServer(child)
    log(`数据库没有启动成功，详见 ${path.join(cluster.home, 'postgres.log')}。`)
    throw error
  }
  return { process: child, port }
}

async function untilAnswering(url: string, child: ChildProcess) {
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (child.pid === undefined) throw new Error('PostgreSQL could not be run')
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with status ${child.exitCode}`)
    const client = postgres(url, { max: 1, connect_timeout: 2, fetch_types: false, onnotice() {} })
    const answers = await client`select 1`.then(
      () => true,
      () => false,
    )
    await client.end({ timeout: 1 })
    if (answers) return
    await wait(50)
  }
  throw new Error('PostgreSQL did not answer within 30 s')
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, committed ones are safe. */
async function stopServer(child: ChildProcess) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.ref()
  child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGQUIT'), 10_000)
  await ended
  clearTimeout(late)
}

/** The owner migrates but is no superuser, so that even its statements obey row-level security. */
async function makeOwner(url: string, password: string) {
  const client = postgres(url, { max: 1, fetch_types: false, onnotice() {} })
  try {
    const [role] = await client`select from pg_roles where rolname = 'fuhan'`
    // The password is base64url: nothing in it needs quoting.
    await client.unsafe(`${role ? 'alter' : 'create'} role fuhan login createrole password '${password}'`)
    const [database] = await client`select from pg_database where datname = 'fuhan'`
    if (!database) await client.unsafe('create database fuhan owner fuhan')
  } finally {
    await client.end({ timeout: 5 })
  }
}
