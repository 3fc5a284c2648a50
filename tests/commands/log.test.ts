import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newestHead, writeLogHeads } from '~/domain/log/log-head.server'
import { bureauIds, verifyLog } from '~/domain/log/verify-log.server'
import { openBureau, realNow, signed, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

const database = useTestDatabase()
let bureau: Bureau
let folder: string
let chain: string

beforeAll(async () => {
  bureau = await openBureau()
  const { proposalId } = await signed(bureau)
  chain = `proposal:${proposalId}`
  folder = await mkdtemp(path.join(tmpdir(), 'fuhan-heads-'))
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

/** Does to the log what no grant and no trigger lets anybody do, then puts it back. */
async function tampered(statement: string, look: () => Promise<unknown>) {
  const superuser = postgres(database.superuserUrl(), { max: 1, onnotice() {} })
  await superuser.unsafe('alter table event disable trigger user')
  await superuser.unsafe('create table kept as select * from event')
  await superuser.unsafe(statement)
  const seen = await look()
  await superuser.unsafe(
    'delete from event; insert into event select * from kept; drop table kept; alter table event enable trigger user',
  )
  await superuser.end()
  return seen
}

const verify = async () =>
  (await verifyLog(bureau.bureauId, await newestHead(folder, bureau.bureauId))).faults

describe('the log', () => {
  it('verifies as written, and knows its bureaus', async () => {
    expect(await bureauIds()).toEqual([bureau.bureauId])
    const { events, faults } = await verifyLog(bureau.bureauId, null)
    expect(events).toBeGreaterThan(10)
    expect(faults).toEqual([])
  })

  it('shows a changed event at its row', async () => {
    const change = `update event set canonical = replace(canonical, '"kind":"allocate"', '"kind":"void"'), body = jsonb_set(body, '{kind}', '"void"') where chain = '${chain}' and kind = 'allocate'`
    expect(await tampered(change, verify)).toMatchObject([
      { chain, problem: 'its text does not have its hash' },
    ])
  })

  it('shows a missing event', async () => {
    expect(
      await tampered(`delete from event where chain = '${chain}' and sequence = 3`, verify),
    ).toMatchObject([{ chain, sequence: 4, problem: 'event 3 is missing' }])
  })

  it('shows a cut tail by the head written outside the database', async () => {
    expect(await writeLogHeads(folder, realNow)).toHaveLength(1)
    const cut = `delete from event where chain = '${chain}' and sequence = (select max(sequence) from event where chain = '${chain}')`
    expect(await tampered(cut, verify)).toMatchObject([
      { chain, problem: expect.stringContaining('gone or changed') },
    ])
    expect(await verify()).toEqual([])
  })
})
