import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'

const count = (house: RunningHouse, what: string) =>
  onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql.unsafe<{ n: number }[]>(`select count(*)::integer as n from ${what}`)
    return row?.n ?? -1
  })

const untilTrue = async (isSo: () => Promise<boolean>, seconds: number) => {
  const began = performance.now()
  while (!(await isSo())) {
    if (performance.now() - began > seconds * 1000) throw new Error(`not within ${seconds} s`)
    await wait(100)
  }
}

const untilIdle = (house: RunningHouse) =>
  untilTrue(async () => (await count(house, `outbox where sent_at is null`)) === 0 && (await count(house, `pgboss.job where name in ('outbox', 'chase') and state < 'completed'`)) === 0, 60) // prettier-ignore

const killed = async (house: RunningHouse) => {
  const ended = new Promise((resolve) => house.process.once('exit', resolve))
  house.process.kill('SIGKILL')
  await ended
}

it('a job whose worker is killed -9 in the middle is taken up by the next within 30 s, and its effect is there once', async () => {
  const first = await startTestHouse({ demo: true })
  await untilIdle(first)
  const client = await new Client(first.address).signIn('duban', demoPassword)
  const [, number = ''] = /href="\/proposals\/(\d{4}-\d{4})"/.exec((await client.get('/proposals?q=0217')).text) ?? []
  const told = `notice where line like '${number}%催办：请抓紧办理。'`
  const holder = postgres(first.superuserUrl, { max: 1, onnotice() {} })
  let job = ''
  await holder.begin(async (tx) => {
    // The worker has claimed the row and comes no further than its first notice.
    await tx`lock table notice in exclusive mode`
    const answer = await client.post(`/proposals/${number}/urging`, { key: randomUUID(), reason: '请抓紧' })
    expect(answer.status).toBe(303)
    await untilTrue(async () => {
      const [row] = await onHouse(first.superuserUrl, (sql) => sql<{ id: string }[]>`select id from pgboss.job where name = 'outbox' and state = 'active'`)
      job = row?.id ?? ''
      return job !== ''
    }, 4)
    await killed(first)
  }) // prettier-ignore
  await holder.end()
  expect(await count(first, told)).toBe(0)
  const second = await startTestHouse({ beside: first })
  const readyAt = performance.now()
  await untilTrue(async () => (await count(first, `pgboss.job where id = '${job}' and state = 'completed'`)) === 1, 40)
  expect(performance.now() - readyAt).toBeLessThan(30_000)
  expect(await count(first, told)).toBe(2)
  await untilIdle(first)
  expect(await count(first, told)).toBe(2)
  await second.stop()
  await first.stop()
}) // prettier-ignore

it('a clock set forward by two missed days sends each reminder once', async () => {
  const dayOf = (n: number) => `2026-06-${String(n).padStart(2, '0')}T09:00:00+08:00`
  const first = await startTestHouse({ demo: true, testClock: dayOf(1) })
  await untilIdle(first)
  const before = await count(first, 'chase_taken')
  await killed(first)
  const counts: number[] = []
  for (const day of [29, 29]) {
    const later = await startTestHouse({ beside: first, testClock: dayOf(day) })
    await untilIdle(first)
    counts.push(await count(first, 'chase_taken'), await count(first, 'notice'))
    await later.stop()
  }
  expect(counts[0]).toBeGreaterThan(before)
  expect(counts.slice(2)).toEqual(counts.slice(0, 2))
  expect(await count(first, `outbox where topic like 'chase%'`)).toBe(counts[0])
  await first.stop()
})

it('the house lives on, and delivers, when its database connections are all cut while jobs run', async () => {
  const house = await startTestHouse({ demo: true })
  await untilIdle(house)
  const cut = async () =>
    onHouse(house.superuserUrl, (sql) => sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`) // prettier-ignore
  const job = (name: string) =>
    onHouse(house.superuserUrl, (sql) => sql`insert into pgboss.job (name) values (${name})`)
  for (let round = 0; round < 20; round++) {
    await job(round % 2 ? 'outbox' : 'chase')
    await cut()
    await wait(150)
  }
  expect(house.process.exitCode).toBeNull()
  const client = await new Client(house.address).signIn('duban', demoPassword)
  const [, number = ''] = /href="\/proposals\/(\d{4}-\d{4})"/.exec((await client.get('/proposals?q=0217')).text) ?? [] // prettier-ignore
  await client.post(`/proposals/${number}/urging`, { key: randomUUID(), reason: '请抓紧' })
  await untilTrue(async () => (await count(house, `notice where line like '${number}%催办：请抓紧办理。'`)) === 2, 40) // prettier-ignore
  await house.stop()
})
