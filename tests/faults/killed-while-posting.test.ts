import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf } from '../support/client'

let folder: string
let house: ChildProcess
let address: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fuhan-killed-'))
  chmodSync(folder, 0o755)
  house = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', PORT: '0', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  address = await new Promise((resolve, reject) => {
    let printed = ''
    house.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /复函已启动：(\S+)/.exec(printed)?.[1]
      if (found) resolve(found)
    })
    house.once('exit', () => reject(new Error(printed)))
  })
})

afterAll(async () => {
  const ended = new Promise((resolve) => house.once('exit', resolve))
  house.kill('SIGTERM')
  await ended
  await rm(folder, { recursive: true, force: true })
})

const pidFile = () =>
  readFileSync(path.join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')

const countEvents = async (registerNo: string, kind: string) => {
  const password = readFileSync(path.join(folder, 'postgres', 'password'), 'utf8')
  const sql = postgres(`postgres://postgres:${password}@127.0.0.1:${pidFile()[3]}/fuhan`, {
    max: 1,
    onnotice() {},
  })
  const [row] =
    await sql`select count(*)::int as n from event e join proposal p on p.id = e.proposal_id where p.register_no = ${registerNo} and e.kind = ${kind}`
  await sql.end()
  return row?.['n'] as number
}

it('PostgreSQL killed -9 while a form is being posted: the same key, sent again, makes exactly one event', async () => {
  const handler = await new Client(address).signIn('chengban', demoPassword)
  const [, registerNo = ''] =
    /href="\/proposals\/(\d{4}-\d{4})"/.exec((await handler.get('/proposals?q=0231')).text) ?? []
  const form = await handler.get(`/proposals/${registerNo}/contacts/new`)
  for (let round = 0; round < 3; round++) {
    const fields = {
      key: `${fieldOf(form.text, 'key')}-${round}`,
      heldOn: '2026-01-05',
      channel: 'phone',
      phase: 'during',
      people: '代表',
      summary: `第 ${round} 次`,
    }
    const posting = handler.post(`/proposals/${registerNo}/contacts/new`, fields).catch(() => null)
    await wait(round * 7)
    process.kill(Number(pidFile()[0]), 'SIGKILL')
    const statuses = [(await posting)?.status]
    for (let tries = 0; tries < 100 && statuses.at(-1) !== 303; tries++) {
      await wait(200)
      statuses.push(
        (await handler.post(`/proposals/${registerNo}/contacts/new`, fields).catch(() => null))?.status,
      )
    }
    expect(statuses.at(-1)).toBe(303)
    expect(statuses.filter((s) => s !== 303 && s !== 503)).toEqual([])
    expect(house.exitCode).toBeNull()
    expect(await countEvents(registerNo, 'log_contact')).toBe(round + 1)
  }
})
