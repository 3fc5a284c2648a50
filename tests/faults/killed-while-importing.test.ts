import { setTimeout as wait } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '~/db/client.server'
import { verifyLog } from '~/domain/log/verify-log.server'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'
import { listOf } from '../support/list-of'

const rows = 1400

const count = (house: RunningHouse, what: string) =>
  onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql.unsafe<{ n: number }[]>(`select count(*)::integer as n from ${what}`)
    return row?.n ?? -1
  })

const untilTrue = async (isSo: () => Promise<boolean>, seconds: number) => {
  const began = performance.now()
  while (!(await isSo())) {
    if (performance.now() - began > seconds * 1000) throw new Error(`not within ${seconds} s`)
    await wait(20)
  }
}

const killed = async (house: RunningHouse) => {
  const ended = new Promise((resolve) => house.process.once('exit', resolve))
  house.process.kill('SIGKILL')
  await ended
}

/** Uploads a list, takes its columns as suggested, and answers the address where it is registered from. */
async function uploaded(clerk: Client): Promise<string> {
  const body = new FormData()
  body.set('key', randomUUID())
  body.set('file', new Blob([await listOf(rows)]), '交办表.xlsx')
  const columns = (await clerk.raw('/proposals/import', body, {})).headers.get('Location') ?? ''
  const { text } = await clerk.get(columns)
  const fields: Record<string, string> = { key: fieldOf(text, 'key') }
  for (const [, name = '', options = ''] of text.matchAll(/<select[^>]*name="(\w+)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name] = /<option value="([^"]*)" selected=""/.exec(options)?.[1] ?? ''
  for (const name of ['assignedOn', 'receivedOn']) fields[name] = fieldOf(text, name)
  const meetings = /<select[^>]*name="meetingId"[^>]*>([\s\S]*?)<\/select>/.exec(text)?.[1] ?? ''
  fields['meetingId'] = /<option value="([^"]+)"[^>]*>[^<]*政协/.exec(meetings)?.[1] ?? ''
  return (await clerk.post(columns, fields)).headers.get('Location') ?? ''
} // prettier-ignore

it('an import killed -9 in the middle, twice, goes on after the next start and has each row once', async () => {
  const first = await startTestHouse({ demo: true })
  const clerk = await new Client(first.address).signIn('dengji', demoPassword)
  const before = await count(first, 'proposal')
  const preview = await uploaded(clerk)
  // Held up for good with its second part: its rows are written, and not yet committed.
  const holder = postgres(first.superuserUrl, { max: 1, onnotice() {} })
  await holder.begin(async (tx) => {
    const started = await clerk.post(preview, { key: randomUUID() })
    expect(started.status).toBe(303)
    await untilTrue(async () => (await count(first, `batch where done >= 500`)) === 1, 60)
    await tx`lock table item_day in exclusive mode`
    await untilTrue(async () => (await count(first, `pg_locks where not granted`)) > 0, 20)
    await killed(first)
  })
  await holder.end()
  const halfway = (await count(first, 'proposal')) - before
  expect(halfway).toBeGreaterThanOrEqual(500)
  expect(halfway).toBeLessThan(rows)

  // Killed again: a part registered, its results not yet written into the batch.
  const second = await startTestHouse({ beside: first })
  const again = postgres(first.superuserUrl, { max: 1, onnotice() {} })
  await again.begin(async (tx) => {
    await tx`lock table batch_item in exclusive mode`
    await untilTrue(async () => (await count(first, 'proposal')) - before > halfway, 60)
    await killed(second)
  })
  await again.end()

  const third = await startTestHouse({ beside: first })
  await untilTrue(async () => (await count(first, `batch where state = 'done'`)) === 1, 90)
  expect(await count(first, `batch where total = ${rows} and done = ${rows} and failed = 0`)).toBe(1)
  expect(await count(first, `batch_item where state = 'done'`)).toBe(rows)
  expect((await count(first, 'proposal')) - before).toBe(rows)
  const listed = `event where kind = 'register' and body->'details'->>'list' = '交办表.xlsx'`
  expect(await count(first, listed)).toBe(rows)
  expect(await count(first, `(select distinct body->'details'->>'listRow' from ${listed}) as places`)).toBe(
    rows,
  )
  const numbers = `proposal where subject like '关于第 % 项科技服务下乡的提案'`
  expect(await count(first, `(select distinct official_no from ${numbers}) as numbers`)).toBe(rows)
  // A number of the register is neither given twice nor lost with what was rolled back.
  expect(await count(first, `(select max(right(register_no, 4)::integer) - min(right(register_no, 4)::integer) + 1 as span from ${numbers}) as s where span = ${rows}`)).toBe(1) // prettier-ignore
  const [bureauId = ''] = await onHouse(first.superuserUrl, async (sql) => (await sql<{ id: string }[]>`select bureau_id as id from batch`).map((row) => row.id)) // prettier-ignore
  openDatabase(first.ownerUrl)
  expect((await verifyLog(bureauId, null)).faults).toEqual([])
  await closeDatabase()
  await third.stop()
  await first.stop()
})
