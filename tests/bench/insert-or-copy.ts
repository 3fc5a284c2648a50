import { inArray, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { asViewer } from '~/db/client.server'
import { insertMany, planOnce } from '~/db/insert-many.server'
import { itemDay } from '~/db/schema/intake'
import { event } from '~/db/schema/log'
import { deadline, proposal, sponsor } from '~/db/schema/proposal'
import type { Viewer } from '~/domain/people/viewer'

const tables = ['proposal', 'proposal_access', 'sponsor', 'item_day', 'deadline', 'event'] as const

const ofBatch = (table: string, batchId: string) =>
  `${table} where ${table === 'proposal' ? 'id' : 'proposal_id'} in (select subject_id from batch_item where batch_id = '${batchId}')`

/** What a registered list wrote, as COPY has it and as the application has it. */
async function readWritten(database: postgres.Sql, registrar: Viewer, batchId: string) {
  const [place] = await database<{ folder: string }[]>`select current_setting('data_directory') as folder`
  const files = Object.fromEntries(tables.map((table) => [table, `${place?.folder}/bench-${table}`]))
  for (const table of tables)
    await database.unsafe(`copy (select * from ${ofBatch(table, batchId)}) to '${files[table]}'`)
  const access = await database.unsafe(`select proposal_id, party, scope, due_on::text from ${ofBatch('proposal_access', batchId)}`) // prettier-ignore
  const ids = (await database.unsafe(`select id from ${ofBatch('proposal', batchId)}`)).map((row) => String(row['id'])) // prettier-ignore
  const rows = await asViewer(registrar, async (tx) => ({
    proposal: await tx.select().from(proposal).where(inArray(proposal.id, ids)),
    sponsor: await tx.select().from(sponsor).where(inArray(sponsor.proposalId, ids)),
    itemDay: await tx.select().from(itemDay).where(inArray(itemDay.proposalId, ids)),
    deadline: await tx.select().from(deadline).where(inArray(deadline.proposalId, ids)),
    event: await tx.select().from(event).where(inArray(event.proposalId, ids)),
  }))
  return { files, rows: { ...rows, access } }
}

type Written = Awaited<ReturnType<typeof readWritten>>

/** As the registering of a list writes them: under the walls, with every check. */
const inserted = ({ rows }: Written, registrar: Viewer) =>
  asViewer(registrar, async (tx) => {
    await insertMany(tx, proposal, rows.proposal)
    await planOnce(tx, sql`select fuhan_set_first_access(${JSON.stringify(rows.access)}::text::jsonb)`)
    await insertMany(tx, sponsor, rows.sponsor)
    await insertMany(tx, itemDay, rows.itemDay)
    await insertMany(tx, deadline, rows.deadline, 'derivation')
    await insertMany(tx, event, rows.event)
  })

/** COPY knows no row-level security: past the walls, by the superuser, and from files beside the database. */
const copied = (written: Written, database: postgres.Sql) =>
  database.begin(async (tx) => {
    for (const table of tables) await tx.unsafe(`copy ${table} from '${written.files[table]}'`)
  })

/** Milliseconds of either way for the same rows, A-B-B-A; the rows are taken away before and counted after each. */
export async function insertOrCopy(superuserUrl: string, registrar: Viewer, batchId: string, rounds: number) {
  const database = postgres(superuserUrl, { max: 1, onnotice() {} })
  const written = await readWritten(database, registrar, batchId)
  const counts = () =>
    Promise.all(tables.map(async (table) => (await database.unsafe(`select 1 from ${ofBatch(table, batchId)}`)).length)) // prettier-ignore
  const wanted = (await counts()).join(' ')
  const timed = async (arm: () => Promise<unknown>) => {
    await database.begin(async (tx) => {
      // The log refuses to be taken from; only a bench on a database of its own may look away.
      await tx.unsafe(`set local session_replication_role = replica`)
      for (const table of [...tables].toReversed()) await tx.unsafe(`delete from ${ofBatch(table, batchId)}`)
    })
    await database.unsafe(`vacuum analyze ${tables.join(', ')}`)
    const began = performance.now()
    await arm()
    const ms = performance.now() - began
    if ((await counts()).join(' ') !== wanted)
      throw new Error(`${(await counts()).join(' ')} rows, not ${wanted}`)
    return ms
  }
  const insert = () => timed(() => inserted(written, registrar))
  const copy = () => timed(() => copied(written, database))
  await insert()
  await copy()
  const times: { insert: number; copy: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const [first, second, third, fourth] = [await insert(), await copy(), await copy(), await insert()]
    times.push({ insert: (first + fourth) / 2, copy: (second + third) / 2 })
  }
  await database.end()
  return { times, rows: wanted }
}
