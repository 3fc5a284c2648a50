import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { named, onCluster } from './test-database'

export type RunningHouse = {
  address: string
  ownerUrl: string
  superuserUrl: string
  dataDir: string
  stop(): Promise<void>
  process: ChildProcess
}

type Options = {
  testClock?: string
  demo?: boolean
  env?: Record<string, string>
  /** Works on the database of another house, which keeps it. */
  beside?: Pick<RunningHouse, 'ownerUrl'>
}

/** Starts the built house as a process of its own on a cloned database, as `npm start` does after installing and building. */
export async function startTestHouse({
  testClock,
  demo = false,
  env = {},
  beside,
}: Options = {}): Promise<RunningHouse> {
  const { superuserUrl, ownerUrl, template } = inject('postgres')
  const database = beside
    ? new URL(beside.ownerUrl).pathname.slice(1)
    : `house_${randomUUID().replaceAll('-', '')}`
  if (!beside) await onCluster(superuserUrl, `create database ${database} template ${template} owner fuhan`)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'fuhan-house-'))
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: named(ownerUrl, database),
      FUHAN_DEMO: demo ? '1' : '0',
      ...(testClock ? { FUHAN_TEST_CLOCK: testClock } : {}),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await addressOf(child)
  await untilReady(address)
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null) await ended
    if (!beside) await onCluster(superuserUrl, `drop database if exists ${database} with (force)`)
    await rm(dataDir, { recursive: true, force: true })
  }
  return {
    address,
    ownerUrl: named(ownerUrl, database),
    superuserUrl: named(superuserUrl, database),
    dataDir,
    stop,
    process: child,
  }
}

/** The address the start prints. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /复函已启动：(\S+)/.exec(printed)
      if (found?.[1]) resolve(found[1])
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => reject(new Error(`the house ended with status ${code}: ${printed}`)))
  })
}

async function untilReady(address: string) {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const answer = await fetch(`${address}/readyz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the house did not become ready')
}
