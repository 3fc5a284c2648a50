import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import path from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startEmbeddedPostgres } from '~/db/embedded-postgres.server'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fuhan-embedded-'))
  chmodSync(folder, 0o755)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const start = () => startEmbeddedPostgres({ dataDir: folder, log: () => {} })
const serverPid = () =>
  Number(readFileSync(path.join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
/** A zombie nobody has collected yet has no command line left. */
const lives = (pid: number) =>
  existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''

async function query(url: string, statement: string) {
  const client = postgres(url, { max: 1, onnotice() {} })
  const rows = await client.unsafe(statement)
  await client.end()
  return [...rows]
}

/** A process of its own that starts the cluster, writes a row, says so, and waits to be killed. */
async function startedElsewhere() {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(path.resolve('app/db/embedded-postgres.server.ts'))}
    import postgres from 'postgres'
    startEmbeddedPostgres({ dataDir: ${JSON.stringify(folder)}, log: () => {} }).then(async ({ url }) => {
      const client = postgres(url, { max: 1, onnotice() {} })
      await client.unsafe('create table if not exists acknowledged (n int); insert into acknowledged values (1)')
      console.log('acknowledged')
      setInterval(() => {}, 1000)
    })`
  const child = spawn('node_modules/.bin/tsx', ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('acknowledged') && resolve())
    child.once('exit', () => reject(new Error('ended early')))
  })
  return child
}

it('keeps its data over a stop and a start, and leaves no process behind', async () => {
  const first = await start()
  const pid = serverPid()
  await query(first.url, 'create table t (n int); insert into t values (7)')
  await first.stop()
  expect(lives(pid)).toBe(false)
  const second = await start()
  expect(await query(second.url, 'select n from t')).toEqual([{ n: 7 }])
  await second.stop()
})

it('refuses a second start on the same data, and says who holds it', async () => {
  const child = await startedElsewhere()
  await expect(start()).rejects.toThrow(/正由另一个复函进程（PID \d+）使用/)
  process.kill(-(child.pid ?? 0), 'SIGKILL')
})

it('after kill -9 of its parent the next start has every acknowledged row and no second server', async () => {
  const child = await startedElsewhere()
  const leftover = serverPid()
  process.kill(-(child.pid ?? 0), 'SIGKILL')
  await wait(500)
  expect(lives(leftover)).toBe(true)
  const next = await start()
  expect(lives(leftover)).toBe(false)
  expect(await query(next.url, 'select count(*)::int as n from acknowledged')).toEqual([{ n: 1 }])
  await next.stop()
})

it('leaves alone a process that got the number of a server long gone', async () => {
  const first = await start()
  const file = path.join(folder, 'postgres', 'cluster', 'postmaster.pid')
  const left = readFileSync(file, 'utf8').split('\n').slice(1)
  await first.stop()
  const another = spawn('sleep', ['60'], { argv0: 'postgres', stdio: 'ignore' })
  writeFileSync(file, [String(another.pid), ...left].join('\n'), { mode: 0o644 })
  // Where PostgreSQL itself takes the number for a server's, it refuses; the process must live in either case.
  await start().then(
    (server) => server.stop(),
    () => {},
  )
  expect(lives(another.pid ?? 0)).toBe(true)
  another.kill()
}, 60_000)

it('listens on loopback only and lets nobody in without the password', async () => {
  const server = await start()
  const { url, superuserUrl } = server
  const wrong = Object.assign(new URL(superuserUrl), { password: 'guess' }).href
  await expect(query(wrong, 'select 1')).rejects.toThrow(/password authentication failed/)
  expect(await query(superuserUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  expect(await query(url, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([
    { rolsuper: false },
  ])
  await server.stop()
})

const serversHere = () =>
  readdirSync('/proc').filter((name) => {
    const file = `/proc/${name}/cmdline`
    return /^\d+$/.test(name) && existsSync(file) && readFileSync(file, 'utf8').includes(`-D\0${folder}/`)
  })

it.each([5, 40, 120, 300])(
  'stopped %i ms after it was killed, while it comes back, leaves no process behind',
  async (ms) => {
    const server = await start()
    process.kill(serverPid(), 'SIGKILL')
    await wait(ms)
    await server.stop()
    expect(serversHere()).toEqual([])
  },
)
