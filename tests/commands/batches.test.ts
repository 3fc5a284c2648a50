import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { batch } from '~/db/schema/batches'
import { event } from '~/db/schema/log'
import { readBatch, readBatches } from '~/domain/batches/read-batches.server'
import { startBatch } from '~/domain/batches/start-batch.server'
import { stopBatch } from '~/domain/batches/stop-batch.server'
import { workBatches } from '~/domain/batches/work-batches.server'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import { Conflict, Invalid, NotFound, Refused } from '~/domain/refusals'
import { as, businessNow, openBureau, realNow, registered, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

const database = useTestDatabase()
let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau()
})

const registrar = () => bureau.people.registrar
const work = () => workBatches(bureau.bureauId, { now: () => businessNow, realNow: () => realNow })
const all = { state: null, after: 0, most: 100 } as const

async function three(): Promise<string[]> {
  return [await registered(bureau), await registered(bureau), await registered(bureau)]
}

const start = (ids: readonly string[], key: string = randomUUID()) =>
  startBatch(as(registrar(), { key }), {
    kind: 'submit_for_triage',
    title: '三件转入研判',
    items: ids.map((id, i) => ({ label: `第 ${i + 1} 件`, subjectId: id, input: {} })),
  })

const triages = (id: string) =>
  asViewer(registrar(), async (tx) => {
    const events = await tx.select().from(event).where(eq(event.proposalId, id))
    return events.filter((e) => e.kind === 'submit_for_triage')
  })

const pastTheWalls = async (statement: string) => {
  const client = postgres(database.superuserUrl(), { max: 1, onnotice() {} })
  await client.unsafe(statement)
  await client.end()
}

describe('a batch', () => {
  it('does every item in the name of the person who started it, with a result for each', async () => {
    const ids = await three()
    await submitForTriage(as(registrar()), { proposalId: ids[1] ?? '' })
    const { batchId } = await start(ids)
    expect(await readBatch(registrar(), batchId, all)).toMatchObject({ state: 'queued', done: 0, total: 3 })
    await work()
    const read = await readBatch(registrar(), batchId, all)
    expect(read).toMatchObject({ state: 'done', done: 3, failed: 1, counts: { done: 2, failed: 1 } })
    expect(read.items.map((i) => [i.position, i.state, i.registerNo !== null])).toEqual([[1, 'done', true], [2, 'failed', true], [3, 'done', true]]) // prettier-ignore
    expect(read.items[1]?.message).toContain('现在的状态不能这样办')
    for (const id of ids) expect((await triages(id)).map((e) => e.actorName)).toEqual(['registrar'])
  })

  it('that was cut short after an item and before its result does that item once', async () => {
    const ids = await three()
    const { batchId } = await start(ids)
    // What a worker killed between the two leaves behind: the command is done, the item still waits.
    await submitForTriage(as(registrar(), { key: `batch ${batchId} 1` }), { proposalId: ids[0] ?? '' })
    await work()
    expect(await readBatch(registrar(), batchId, all)).toMatchObject({ state: 'done', done: 3, failed: 0 })
    expect(await triages(ids[0] ?? '')).toHaveLength(1)
  })

  it('worked by two at once does every item once and counts it once', async () => {
    const ids = await three()
    const { batchId } = await start(ids)
    await Promise.all([work(), work()])
    await work()
    expect(await readBatch(registrar(), batchId, all)).toMatchObject({ state: 'done', done: 3, failed: 0 })
    for (const id of ids) expect(await triages(id)).toHaveLength(1)
  })

  it('pressed twice is started once; with other items it is told so', async () => {
    const [first = '', second = ''] = await three()
    const key = randomUUID()
    const made = await start([first], key)
    expect(await start([first], key)).toEqual(made)
    await expect(start([second], key)).rejects.toBeInstanceOf(Conflict)
    await work()
  })

  it('is refused to whom the kind is not for, and with nothing in it', async () => {
    const items = [{ label: 'x', subjectId: null, input: {} }]
    const byHandler = startBatch(as(bureau.people.handler), { kind: 'submit_for_triage', title: 'x', items })
    await expect(byHandler).rejects.toBeInstanceOf(Refused)
    await expect(byHandler).rejects.toMatchObject({ reasons: [{ whoCanResolve: '登记员' }] })
    await expect(start([])).rejects.toBeInstanceOf(Invalid)
    const unknown = startBatch(as(registrar()), { kind: 'anything', title: 'x', items })
    await expect(unknown).rejects.toBeInstanceOf(Refused)
  })

  it('asks for the scope of every item: what is not there fails by itself', async () => {
    const [first = ''] = await three()
    const { batchId } = await start([randomUUID(), first])
    await work()
    const read = await readBatch(registrar(), batchId, all)
    expect(read.items.map((i) => [i.state, i.message])).toEqual([
      ['failed', '找不到这一件，或不归您看。'],
      ['done', '已转入研判'],
    ])
  })

  it('stops with a reason when its person lost the role or the account meanwhile', async () => {
    const [first = '', second = ''] = await three()
    const lost = await start([first])
    await pastTheWalls(`update membership set role = 'archivist' where user_id = '${registrar().userId}'`)
    await work()
    expect(await readBatch(registrar(), lost.batchId, all)).toMatchObject({ state: 'stopped', done: 0, reason: '发起人已不在这个岗位，剩下的没有办。' }) // prettier-ignore
    await pastTheWalls(`update membership set role = 'registrar' where user_id = '${registrar().userId}'`)
    const disabled = await start([second])
    await pastTheWalls(`update app_user set disabled_at = now() where id = '${registrar().userId}'`)
    await work()
    await pastTheWalls(`update app_user set disabled_at = null where id = '${registrar().userId}'`)
    expect(await readBatch(registrar(), disabled.batchId, all)).toMatchObject({ state: 'stopped', done: 0, reason: '发起人的账号已停用，剩下的没有办。' }) // prettier-ignore
    for (const id of [first, second]) expect(await triages(id)).toEqual([])
  })

  it('is stopped by its person or the coordinator, and what is left stays undone', async () => {
    const ids = await three()
    const { batchId } = await start(ids)
    await stopBatch(bureau.people.coordinator, batchId, businessNow)
    await work()
    const read = await readBatch(registrar(), batchId, all)
    expect(read).toMatchObject({ state: 'stopped', done: 0, reason: 'coordinator停止，剩下的没有办。' })
    for (const id of ids) expect(await triages(id)).toEqual([])
  })

  it('is seen by its person and the coordinator only', async () => {
    const [first = ''] = await three()
    const { batchId } = await start([first])
    expect((await readBatches(bureau.people.coordinator)).map((b) => b.id)).toContain(batchId)
    expect(await readBatches(bureau.people.handler)).toEqual([])
    await expect(readBatch(bureau.people.handler, batchId, all)).rejects.toBeInstanceOf(NotFound)
    await expect(stopBatch(bureau.people.handler, batchId, businessNow)).rejects.toBeInstanceOf(NotFound)
    const touched = await asViewer(bureau.people.handler, (tx) =>
      tx.update(batch).set({ title: 'mine' }).where(eq(batch.id, batchId)).returning({ id: batch.id }),
    )
    expect(touched).toEqual([])
    await work()
  })

  it('calls its job with the start, or not at all', async () => {
    const jobs = async () => {
      const rows = await asViewer(registrar(), (tx) =>
        tx.execute<{ n: number }>(
          sql`select count(*)::integer as n from pgboss.job where name = 'batches' and state = 'created'`,
        ),
      )
      return rows[0]?.n ?? -1
    }
    const before = await jobs()
    await expect(start([])).rejects.toBeInstanceOf(Invalid)
    expect(await jobs()).toBe(before)
    await start(await three())
    expect(await jobs()).toBe(before + 1)
    await work()
  })
})
