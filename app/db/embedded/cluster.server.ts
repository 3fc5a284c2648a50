import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Account } from './unprivileged-account.server'

const run = promisify(execFile)

export type Cluster = { home: string; bin: string; account: Account | null; password: string }

const identity = (account: Account | null) => (account ? { uid: account.uid, gid: account.gid } : {})

/** Nothing of the application's settings reaches the database's processes. */
const bareEnvironment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  PATH: process.env['PATH'],
  LC_ALL: 'C',
})

export const dataOf = (home: string) => path.join(home, 'cluster')

/** A private folder the account owns. */
export function privateFolder(folder: string, account: Account | null) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account) chownSync(folder, account.uid, account.gid)
}

/** The superuser's password, made once and kept 0600 beside the data. */
export function clusterPassword(home: string, account: Account | null): string {
  const file = path.join(home, 'password')
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (account) chownSync(file, account.uid, account.gid)
  }
  chmodSync(file, 0o600)
  return readFileSync(file, 'utf8')
}

/** Makes the data folder unless it is there. An interrupted initdb leaves only a .part folder, which is begun anew. */
export async function initialise({ home, bin, account }: Cluster) {
  if (existsSync(path.join(dataOf(home), 'PG_VERSION'))) return
  const part = `${dataOf(home)}.part`
  rmSync(part, { recursive: true, force: true })
  const common = [
    '-D',
    part,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${path.join(home, 'password')}`,
    '--encoding=UTF8',
  ]
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const options = { ...identity(account), cwd: home, env: bareEnvironment() }
  const initdb = path.join(bin, 'initdb')
  await run(initdb, [...common, ...builtin, '--locale=C.UTF-8'], options).catch(async () => {
    rmSync(part, { recursive: true, force: true })
    await run(initdb, [...common, ...builtin, '--locale=C'], options)
  })
  renameSync(part, dataOf(home))
}

/** A server left behind by a killed parent: it is stopped, so that no second one runs on the data. */
export async function stopLeftover(home: string, log: (line: string) => void) {
  const file = path.join(dataOf(home), 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  const isOurs = () => isServerOf(dataOf(home), pid)
  if (!isOurs()) return
  log(`上次没有正常停止，先停下遗留的数据库进程（PID ${pid}）。`)
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < 10_000 && isOurs(); waited += 50) await wait(50)
  if (isOurs()) process.kill(pid, 'SIGQUIT')
  for (let waited = 0; waited < 5_000 && isOurs(); waited += 50) await wait(50)
}

/** Whether a pid is the server of this very data folder: after a reboot the number may belong to anybody. */
function isServerOf(data: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  return commandOf(pid).includes(`-D ${data}`)
}

function commandOf(pid: number): string {
  try {
    if (existsSync('/proc/self')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** A loopback port nobody listens on now. */
export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/** Starts the server in a process group of its own, or Ctrl-C would stop it before the requests are drained. */
export function spawnServer({ home, bin, account }: Cluster, port: number): ChildProcess {
  const log = openSync(path.join(home, 'postgres.log'), 'a')
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    fsync: 'on',
    synchronous_commit: 'on',
  }
  const args = [
    '-D',
    dataOf(home),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const child = spawn(path.join(bin, 'postgres'), args, {
    ...identity(account),
    cwd: home,
    detached: true,
    stdio: ['ignore', log, log],
    env: bareEnvironment(),
  })
  closeSync(log)
  return child
}
