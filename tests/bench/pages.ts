import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '~/db/embedded-postgres.server'
import { markAsTestDatabase, migrate } from '~/db/migrate.server'
import { closeDatabase, openDatabase } from '~/db/client.server'
import { hashPassword } from '~/auth/password.server'
import { addUser } from '~/domain/people/add-user.server'
import { Client } from '../support/client'
import { inHandling, openBureau, type Bureau } from '../support/story'
import { figure, interleaved, median, type Arm } from './harness'

const password = 'Bench#2026'

type Child = { address: string; pid: number; stop: () => void }

/** A process that prints its address; resolves once it does. */
async function startChild(args: string[], env: Record<string, string>, pattern: RegExp): Promise<Child> {
  const child = spawn(process.execPath, args, {
    env: { NODE_ENV: 'production', PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const found = pattern.exec(printed)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`ended: ${printed}`)))
  })
  return { address, pid: child.pid ?? 0, stop: () => child.kill('SIGTERM') }
}

async function plant(): Promise<Bureau> {
  const bureau = await openBureau()
  const now = new Date()
  const memberships = [{ role: 'coordinator' as const, divisionId: null, unitId: null }]
  await addUser(
    bureau.founder,
    {
      login: 'bench',
      name: '测量',
      title: '综合处',
      phone: '',
      passwordHash: await hashPassword(password),
      memberships,
    },
    { now, realNow: now },
  )
  for (let i = 0; i < 60; i++) await inHandling(bureau)
  return bureau
}

/** P1 and P2: CPU of a bare server with the same SQL ÷ ours, on the list page and on a proposal's page. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fuhan-bench-'))
  chmodSync(folder, 0o755)
  const cluster = await startEmbeddedPostgres({ dataDir: folder, log: () => {} })
  await migrate(cluster.url)
  await markAsTestDatabase(cluster.url)
  openDatabase(cluster.url)
  const bureau = await plant()
  await closeDatabase()
  const house = await startChild(
    ['scripts/start.mjs'],
    { PORT: '0', DATABASE_URL: cluster.url, FUHAN_DEMO: '0', DATA_DIR: path.join(folder, 'house') },
    /复函已启动：(\S+)/,
  )
  const client = await new Client(house.address).signIn('bench', password)
  const sessionId = createHash('sha256').update(client.sessionToken).digest('hex')
  const bare = await startChild(
    ['tests/bench/bare-server.mjs', cluster.url, sessionId, bureau.bureauId, 'bureau'],
    {},
    /(http:\S+)/,
  )
  const bareClient = new Client(bare.address)
  try {
    await compare('P1 list page, 50 rows, with scripts', '/proposals', /class="[^"]*row|<tr/g, 50)
    const [, number = ''] =
      /href="\/proposals\/(\d{4}-\d{4})"/.exec((await client.get('/proposals')).text) ?? []
    await compare('P2 proposal page, with scripts', `/proposals/${number}`, new RegExp(number, 'g'), 1)
  } finally {
    house.stop()
    bare.stop()
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }

  async function compare(name: string, url: string, row: RegExp, rows: number) {
    const ask = (who: Client) => async () => {
      const answer = await who.get(url)
      if (answer.status !== 200 || (answer.text.match(row)?.length ?? 0) < rows)
        throw new Error(`${url} answered ${answer.status} with too few rows`)
    }
    const floor: Arm = { name: 'bare', pid: bare.pid, request: ask(bareClient) }
    const ours: Arm = { name: 'ours', pid: house.pid, request: ask(client) }
    const times = await interleaved(floor, ours)
    const [bareMs, oursMs] = [median(times['bare'] ?? []), median(times['ours'] ?? [])]
    figure(name, bareMs / oursMs, 'ratio of CPU, bare ÷ ours', {
      bareMs: Math.round(bareMs * 100) / 100,
      oursMs: Math.round(oursMs * 100) / 100,
      goal: 0.25,
    })
  }
}
