import { spawn } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fuhan-starting-'))
  chmodSync(folder, 0o755)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const lives = (pid: number) =>
  existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''

async function untilThere(file: string): Promise<string> {
  for (let waited = 0; waited < 60_000; waited += 10) {
    if (existsSync(file)) return readFileSync(file, 'utf8')
    await wait(10)
  }
  throw new Error(`${file} did not appear`)
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  '%s while the house is still opening leaves no PostgreSQL',
  async (signal) => {
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'test', PORT: '0', DATA_DIR: folder, FUHAN_DEMO: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const [first] = (await untilThere(path.join(folder, 'postgres', 'cluster', 'postmaster.pid'))).split('\n')
    expect(printed).not.toContain('复函已启动')
    child.kill(signal)
    expect(await ended).toBe(0)
    expect(lives(Number(first))).toBe(false)
  },
)
