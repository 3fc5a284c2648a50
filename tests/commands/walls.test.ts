import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer, openDatabase, closeDatabase, whyDatabaseIsUnfit, type Tx } from '~/db/client.server'
import { answerRequest } from '~/domain/co-handling/answer-request.server'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { nobody, type Viewer } from '~/domain/people/viewer'
import { hashOfToken, makeReceiptLink, viewerOfLink } from '~/domain/receipt/receipt-link.server'
import { issueLetter } from '~/domain/reply/issue-letter.server'
import { as, inHandling, openBureau, receiptsOf, signed, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

const database = useTestDatabase()
let bureau: Bureau
let neighbour: Bureau
let asked: string
let issued: { proposalId: string; replyId: string }

beforeAll(async () => {
  bureau = await openBureau()
  neighbour = await openBureau('邻市科学技术局')
  asked = await inHandling(bureau)
  for (const name of ['市财政局', '市教委'])
    await sendRequest(
      as(bureau.people.handler),
      { proposalId: asked },
      { unitId: bureau.unitIds[name] ?? '', divisionId: null, question: '请提意见', dueOn: null },
    )
  for (const who of ['finance', 'education'] as const) {
    const [own] = await count(bureau.people[who], 'request')
    const opinion = {
      isNoObjection: false,
      text: `${who} 的意见`,
      docNo: '',
      contactName: '',
      contactPhone: '',
    }
    await answerRequest(as(bureau.people[who]), { proposalId: asked, requestId: String(own?.id) }, opinion)
  }
  issued = await signed(bureau)
  await issueLetter(as(bureau.people.seal_clerk), issued, { isSealed: true })
}, 60_000)

/** Raw rows of a table, with none of the application's own checks. */
const count = (viewer: Viewer, table: string) =>
  asViewer(viewer, async (tx: Tx) => [...(await tx.execute(sql.raw(`select * from ${table}`)))])

const secret = [
  'reply',
  'revision',
  'clearance_step',
  'remark',
  'signature',
  'contact',
  'contact_file',
  'delegate_contact',
  'event',
] as const
const ofBureau = [
  ...secret, 'proposal', 'proposal_access', 'sponsor', 'ask', 'deadline', 'extension', 'pause', 'request', 'opinion', 'letter', 'receipt', 'receipt_link',
  'publication', 'commitment', 'commitment_review', 'archive_package', 'division', 'unit', 'delegate', 'membership', 'bureau_chain', 'number_series',
  'proposal_search', 'earlier_case',
] as const // prettier-ignore

describe('row-level security by itself', () => {
  it('gives nobody anything', async () => {
    for (const table of ofBureau) expect(await count(nobody, table), table).toEqual([])
  })

  it('gives the neighbour’s people nothing of ours', async () => {
    for (const person of Object.values(neighbour.people))
      for (const table of ofBureau) {
        const rows = await count(person, table)
        expect(
          rows.filter((r) => r.bureau_id === bureau.bureauId),
          `${person.name} ${table}`,
        ).toEqual([])
      }
  })

  it('gives a unit its own request and opinion, never another’s, and no draft', async () => {
    const opinions = await count(bureau.people.finance, 'opinion')
    expect(opinions.map((o) => o.text)).toEqual(['finance 的意见'])
    expect(await count(bureau.people.finance, 'request')).toHaveLength(1)
    for (const table of [...secret, 'letter', 'receipt', 'publication', 'commitment'])
      expect(await count(bureau.people.finance, table), table).toEqual([])
    expect((await count(bureau.people.finance, 'proposal')).map((p) => p.id)).toEqual([asked])
  })

  it('gives another division’s head neither the proposal nor its draft', async () => {
    for (const table of [
      ...secret.filter((t) => t !== 'delegate_contact'),
      'proposal',
      'request',
      'opinion',
      'letter',
      'receipt',
    ])
      expect(await count(bureau.people.other_head, table), table).toEqual([])
  })

  it('gives the supervisor states and letters, but no draft and no opinion', async () => {
    expect((await count(bureau.people.supervisor, 'proposal')).length).toBeGreaterThan(1)
    expect(await count(bureau.people.supervisor, 'letter')).toHaveLength(1)
    for (const table of [...secret, 'opinion'])
      expect(await count(bureau.people.supervisor, table), table).toEqual([])
  })

  it('gives the holder of a receipt link his letter and receipt alone', async () => {
    const [receipt] = await receiptsOf(bureau.people.coordinator, issued.proposalId)
    await makeReceiptLink(as(bureau.people.seal_clerk), issued, {
      receiptId: receipt!.id,
      tokenHash: hashOfToken('t'),
    })
    const viewer = viewerOfLink({
      bureauId: bureau.bureauId,
      delegateId: receipt!.delegateId,
      letterId: receipt!.letterId,
      name: '',
    })
    expect(await count(viewer, 'letter')).toHaveLength(1)
    expect(await count(viewer, 'receipt')).toHaveLength(1)
    for (const table of [...secret, 'opinion', 'request', 'publication'])
      expect(await count(viewer, table), table).toEqual([])
    expect(await count({ ...viewer, letterId: null }, 'letter')).toEqual([])
  })

  it('gives administrators no proposal; the audit administrator reads the log', async () => {
    for (const table of ['proposal', 'reply', 'opinion', 'letter', 'receipt'])
      expect(await count(bureau.founder, table), table).toEqual([])
    expect((await count(bureau.people.audit_admin, 'event')).length).toBeGreaterThan(5)
    for (const table of ['proposal', 'reply', 'revision', 'opinion'])
      expect(await count(bureau.people.audit_admin, table), table).toEqual([])
  })

  it('is forced on every table, each with a policy or without any grant', async () => {
    const rows = await asViewer(nobody, (tx) =>
      tx.execute<{ name: string; forced: boolean }>(sql`
        select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`),
    )
    expect(rows.length).toBeGreaterThan(30)
    expect([...rows].filter((r) => !r.forced)).toEqual([])
  })

  it('holds for the owner of the tables too', async () => {
    const owner = postgres(database.ownerUrl(), { max: 1, onnotice() {} })
    for (const table of ['proposal', 'reply', 'opinion', 'letter', 'event'])
      expect(await owner.unsafe(`select * from ${table}`), table).toEqual([])
    await owner.end()
  })
})

describe('writing', () => {
  const run = (viewer: Viewer, statement: string) => asViewer(viewer, (tx) => tx.execute(sql.raw(statement)))

  it('to the log is refused except at its end: by grant for the application, by trigger for everybody else', async () => {
    for (const statement of ['update event set kind = kind', 'delete from event', 'truncate event'])
      await expect(run(bureau.people.coordinator, statement), statement).rejects.toThrow()
    const superuser = postgres(database.superuserUrl(), { max: 1, onnotice() {} })
    for (const statement of ["update event set kind = 'x'", 'delete from event', 'truncate event'])
      await expect(superuser.unsafe(statement), statement).rejects.toThrow(/append-only/)
    await superuser.end()
  })

  it('access rows is refused to everyone but their own door', async () => {
    const insert = `insert into proposal_access select proposal_id, 'division:x', bureau_id, 'staff', due_on, register_no from proposal_access`
    await expect(run(bureau.people.coordinator, insert)).rejects.toThrow()
    const grab = `select fuhan_set_access('${issued.proposalId}', '2026-0001', '2026-01-01', '[{"party":"unit:x","scope":"staff"}]')`
    await expect(run(bureau.people.finance, grab)).rejects.toThrow()
  })

  it('a proposal by somebody who cannot reach it changes no row', async () => {
    await run(bureau.people.other_head, `update proposal set subject = '改'`)
    const rows = await count(bureau.people.coordinator, 'proposal')
    expect(rows.map((r) => r.subject)).not.toContain('改')
  })

  it('a role for oneself, the bureau’s number code, a unit or a meeting is refused to everyone but the administrator', async () => {
    const self = bureau.people.finance
    const grab = `insert into membership (id, bureau_id, user_id, role) values (gen_random_uuid(), '${bureau.bureauId}', '${self.userId}', 'director')`
    for (const person of [self, bureau.people.handler, bureau.people.director])
      await expect(run(person, grab), person.name).rejects.toThrow()
    await run(self, `update bureau set letter_code = '改'`)
    await run(bureau.people.coordinator, `update unit set short_name = '改'`)
    await run(self, `update delegate set name = '改'`)
    expect((await count(bureau.people.coordinator, 'bureau')).map((r) => r.letter_code)).toEqual(['云科局函'])
    for (const table of ['unit', 'delegate'] as const)
      expect(
        (await count(bureau.people.coordinator, table)).map((r) => r.short_name ?? r.name),
        table,
      ).not.toContain('改')
    await expect(
      run(self, `insert into meeting values (gen_random_uuid(), 'npc', '市', 9, 9, '2026-01-01')`),
    ).rejects.toThrow()
  })

  it('a rating is refused to everybody in the bureau', async () => {
    for (const change of [
      `attitude = 'satisfied', result = 'satisfied', state = 'received'`,
      `attitude = 'satisfied'`,
      `delegate_id = gen_random_uuid()`,
      `round = round + 1`,
    ])
      await expect(run(bureau.people.coordinator, `update receipt set ${change}`), change).rejects.toThrow()
    expect((await receiptsOf(bureau.people.coordinator, issued.proposalId)).map((r) => r.attitude)).toEqual([
      null,
    ])
  })

  it('the state of a proposal is refused to a unit that was asked', async () => {
    await expect(run(bureau.people.finance, `update proposal set state = 'voided'`)).rejects.toThrow()
    await expect(run(bureau.people.finance, `update proposal set division_id = null`)).rejects.toThrow()
  })

  it('immutable texts is refused: revisions, opinions, letters', async () => {
    for (const table of ['revision', 'opinion', 'letter'])
      await expect(run(bureau.people.handler, `delete from ${table}`), table).rejects.toThrow()
  })
})

describe('the pool', () => {
  it('is refused as a superuser and as the owner of tables', async () => {
    expect(await whyDatabaseIsUnfit()).toBeNull()
    await closeDatabase()
    openDatabase(database.superuserUrl(), { role: null })
    expect(await whyDatabaseIsUnfit()).toMatch(/bypasses row-level security/)
    await closeDatabase()
    openDatabase(database.ownerUrl(), { role: null })
    expect(await whyDatabaseIsUnfit()).toMatch(/owns tables/)
    await closeDatabase()
    openDatabase(database.ownerUrl())
    expect(await whyDatabaseIsUnfit()).toBeNull()
  })
})

describe('lists', () => {
  it('read their index as the application role', async () => {
    const plan = await asViewer(bureau.people.coordinator, async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`)
      return [
        ...(await tx.execute<{ 'QUERY PLAN': string }>(sql`explain select proposal_id from proposal_access
          where bureau_id = ${bureau.bureauId} and party = 'bureau' order by due_on, register_no limit 50`)),
      ].map((r) => r['QUERY PLAN'])
    })
    expect(plan.join('\n')).toMatch(/Index (Only )?Scan using proposal_access_list/)
    expect(plan.join('\n')).not.toMatch(/Sort/)
  })
})
