import { eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { proposal } from '~/db/schema/proposal'
import { acknowledgeRequest } from '~/domain/co-handling/acknowledge-request.server'
import { answerRequest, recordPaperOpinion } from '~/domain/co-handling/answer-request.server'
import { declineRequest } from '~/domain/co-handling/decline-request.server'
import { voidOpinionLink } from '~/domain/co-handling/opinion-link.server'
import { readAsked, readOneAsked } from '~/domain/co-handling/read-asked.server'
import { resolveOpinionLink } from '~/domain/co-handling/resolve-opinion-link.server'
import { sendRequests } from '~/domain/co-handling/send-request.server'
import { returnOpinion } from '~/domain/co-handling/settle-request.server'
import { readKeptFile } from '~/domain/files/read-files.server'
import { sha256 } from '~/domain/log/hashes.server'
import type { Viewer } from '~/domain/people/viewer'
import { readProposal } from '~/domain/proposal/read-proposal.server'
import { hashOfToken } from '~/domain/receipt/receipt-link.server'
import { Conflict, NotFound, Refused } from '~/domain/refusals'
import { useFileStore } from '../support/file-store'
import { gate, outcomeWithin } from '../support/gate'
import { linkTo } from '../support/links'
import { as, businessNow, drafted, openBureau, realNow, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

const database = useTestDatabase()
useFileStore()

let bureau: Bureau
let people: Bureau['people']
/** What each row is called in the tables below, by its id. */
const names = new Map<unknown, string>()
const viewers = {} as Record<(typeof whos)[number], Viewer>

const words = { isNoObjection: false, text: '同意。', docNo: '', contactName: '卢亦舟', contactPhone: '' }

/** Asks both units and the second division about one more proposal with a draft. */
async function askAll() {
  const reply = await drafted(bureau)
  const party = (unit: string | null, division: string | null = null) => ({
    unitId: unit && (bureau.unitIds[unit] ?? ''),
    divisionId: division && (bureau.divisionIds[division] ?? ''),
    question: '请提意见',
    dueOn: null,
  })
  const parties = [party('市财政局'), party('市教委'), party(null, '社发处')]
  const sent = await sendRequests(as(people.handler), reply, parties)
  const [a = '', b = '', division = ''] = sent.map((r) => r.requestId)
  const { proposalId } = reply
  return { proposalId, a, b, division, of: (requestId: string) => ({ proposalId, requestId }) }
}

const inDatabase = async (statement: string) => {
  const superuser = postgres(database.superuserUrl(), { max: 1, onnotice() {} })
  await superuser.unsafe(statement).finally(() => superuser.end())
}

let work: Awaited<ReturnType<typeof askAll>>
let other: Awaited<ReturnType<typeof askAll>>
let past: Awaited<ReturnType<typeof askAll>>
let scanId: string

beforeAll(async () => {
  bureau = await openBureau()
  people = bureau.people
  work = await askAll()
  other = await askAll()
  past = await askAll()
  await answerRequest(as(people.finance), work.of(work.a), words)
  await returnOpinion(as(people.handler), work.of(work.a), { reason: '请写明金额', dueOn: '2026-04-01' })
  const bytes = Buffer.from('a scan')
  const scan = { name: '函.png', kind: 'png' as const, bytes, size: bytes.length, sha256: sha256(bytes) }
  const paper = { ...words, receivedOn: '2026-03-18' }
  await recordPaperOpinion(as(people.registrar), work.of(work.b), paper, scan)
  const linkA = await linkTo(people.handler, work.of(work.a))
  const linkPast = await linkTo(people.handler, past.of(past.a))
  const taken = await linkTo(people.handler, other.of(other.a))
  await voidOpinionLink(as(people.handler), other.of(other.a))
  await inDatabase(`update proposal set round = 2 where id = '${past.proposalId}'`)
  await asViewer(people.coordinator, async (tx) => {
    for (const row of await tx.execute<{ id: string; request_id: string }>(
      sql`select id, request_id from opinion`,
    ))
      names.set(row.id, row.request_id === work.a ? 'opinion A' : 'opinion B')
    const [file] = await tx.execute<{ id: string }>(sql`select id from kept_file`)
    scanId = file?.id ?? ''
  })
  names.set(scanId, 'scan B')
  for (const [key, one] of [
    ['work', work],
    ['other', other],
    ['past', past],
  ] as const) {
    names.set(one.proposalId, key)
    for (const party of ['a', 'b', 'division'] as const) names.set(one[party], `${key} ${party}`)
  }
  Object.assign(viewers, {
    'unit A': people.finance,
    'unit B': people.education,
    'link A': linkA.viewer,
    'link of a past round': linkPast.viewer,
    'link taken back': taken.viewer,
    'division asked': people.other_head,
    delegate: { ...people.finance, userId: null, delegateId: await delegateId(), memberships: [] },
    supervisor: people.supervisor,
  })
}, 90_000)

const delegateId = () =>
  asViewer(people.coordinator, async (tx) => {
    const [row] = await tx.execute<{ id: string }>(
      sql`select delegate_id as id from sponsor where proposal_id = ${work.proposalId}`,
    )
    return row?.id ?? ''
  })

const whos = [
  'unit A', 'unit B', 'link A', 'link of a past round', 'link taken back', 'division asked', 'delegate', 'supervisor',
] as const // prettier-ignore

/** Rows of a table with none of the application's own checks, by what they are called here. */
const rowsOf = async (viewer: Viewer, table: string, id = 'id') => {
  const rows = await asViewer(viewer, (tx) => tx.execute(sql.raw(`select * from ${table}`)))
  return rows.map((row) => names.get(row[id]) ?? String(row[id])).toSorted()
}

const everyRequest = ['work', 'other', 'past']
  .flatMap((p) => ['a', 'b', 'division'].map((q) => `${p} ${q}`))
  .toSorted()
const everyProposal = ['other', 'past', 'work']
const a = (party: string) => ['other', 'past', 'work'].map((p) => `${p} ${party}`)

/** Who sees which requests, opinions, proposals and files, whatever the application believes. */
const expected: Record<(typeof whos)[number], Record<'request' | 'opinion' | 'proposal' | 'kept_file', string[]>> = {
  'unit A': { request: a('a'), opinion: ['opinion A'], proposal: everyProposal, kept_file: [] },
  'unit B': { request: a('b'), opinion: ['opinion B'], proposal: everyProposal, kept_file: ['scan B'] },
  'link A': { request: ['work a'], opinion: ['opinion A'], proposal: ['work'], kept_file: [] },
  'link of a past round': { request: ['past a'], opinion: [], proposal: [], kept_file: [] },
  'link taken back': { request: [], opinion: [], proposal: [], kept_file: [] },
  // A division of our own that was asked works on the proposal.
  'division asked': { request: everyRequest, opinion: ['opinion A', 'opinion B'], proposal: everyProposal, kept_file: ['scan B'] },
  delegate: { request: [], opinion: [], proposal: everyProposal, kept_file: [] },
  supervisor: { request: everyRequest, opinion: [], proposal: everyProposal, kept_file: [] },
} // prettier-ignore

const outsiders = ['unit A', 'unit B', 'link A', 'link of a past round', 'link taken back'] as const

describe('between units, row-level security by itself', () => {
  it.each(whos)('gives %s its own requests, opinions, proposals and files', async (who) => {
    for (const [table, rows] of Object.entries(expected[who]))
      expect(await rowsOf(viewers[who], table), `${who} ${table}`).toEqual(rows)
  })

  it.each(outsiders)('gives %s no draft, contact, log, letter, coordination, access row or account of another', async (who) => {
    for (const table of ['reply', 'revision', 'remark', 'contact', 'event', 'letter', 'coordination', 'delegate_contact', 'deadline'])
      expect(await rowsOf(viewers[who], table), table).toEqual([])
    const own = viewers[who].userId ? [viewers[who].userId] : []
    expect(await rowsOf(viewers[who], 'membership', 'user_id')).toEqual(own)
  }) // prettier-ignore

  it('gives a link its own asks, sponsors and unit, and nothing of the bureau’s address book', async () => {
    const link = viewers['link A']
    expect([...new Set(await rowsOf(link, 'ask', 'proposal_id'))]).toEqual(['work'])
    expect(await rowsOf(link, 'sponsor', 'proposal_id')).toEqual(['work'])
    expect(await rowsOf(link, 'delegate')).toEqual([await delegateId()])
    expect(await rowsOf(link, 'unit', 'short_name')).toEqual(['市财政局'])
    expect(await rowsOf(link, 'division')).toEqual([])
    expect(await rowsOf(link, 'opinion_link', 'request_id')).toEqual(['work a'])
    for (const who of ['link of a past round', 'link taken back'] as const)
      for (const table of ['ask', 'sponsor', 'delegate'])
        expect(await rowsOf(viewers[who], table), `${who} ${table}`).toEqual([])
  })

  it('gives no unit the links made for it or for others', async () => {
    for (const who of ['unit A', 'unit B', 'delegate', 'supervisor'] as const)
      expect(await rowsOf(viewers[who], 'opinion_link'), who).toEqual([])
  })
})

describe('between units, the application', () => {
  const moment = { now: businessNow, realNow, today: '2026-03-20' }

  it.each(outsiders)('opens to %s its own requests alone', async (who) => {
    for (const [id, name] of names) {
      if (!everyRequest.includes(name)) continue
      const opened = await readOneAsked(viewers[who], String(id), moment).then(
        ({ open }) => (open ? 'open' : 'ended'),
        (error: unknown) => (error instanceof NotFound ? 'absent' : 'broken'),
      )
      const isOwn = expected[who].request.includes(name)
      const isEnded = who === 'link of a past round'
      expect(opened, `${who} ${name}`).toBe(isOwn ? (isEnded ? 'ended' : 'open') : 'absent')
    }
  })

  it('lists to a unit its own requests, and to a link none', async () => {
    const listed = async (who: (typeof whos)[number]) =>
      (await readAsked(viewers[who], '2026-03-20')).map((r) => names.get(r.id) ?? '').toSorted()
    expect(await listed('unit A')).toEqual(expected['unit A'].request)
    expect(await listed('unit B')).toEqual(expected['unit B'].request)
    expect(await listed('link A')).toEqual([])
  })

  it.each(outsiders)('shows %s neither the bureau’s page of the proposal nor another’s scan', async (who) => {
    const [row] = await asViewer(people.coordinator, (tx) => tx.select().from(proposal).where(eq(proposal.id, work.proposalId)))
    await expect(readProposal(viewers[who], row?.registerNo ?? '', moment)).rejects.toBeInstanceOf(NotFound)
    const file = readKeptFile(viewers[who], scanId)
    if (who === 'unit B') expect((await file).name).toBe('函.png')
    else await expect(file).rejects.toBeInstanceOf(NotFound)
  }) // prettier-ignore

  it('refuses a unit, and a link, another’s request', async () => {
    for (const giver of [people.finance, viewers['link A']])
      await expect(answerRequest(as(giver), other.of(other.b), words)).rejects.toBeInstanceOf(NotFound)
    await expect(answerRequest(as(people.finance), work.of(work.b), words)).rejects.toBeInstanceOf(NotFound)
    await expect(answerRequest(as(viewers['link A']), work.of(work.b), words)).rejects.toBeInstanceOf(
      NotFound,
    )
  })
})

const run = (viewer: Viewer, statement: string) => asViewer(viewer, (tx) => tx.execute(sql.raw(statement)))
const opinionOf = (one: { proposalId: string; a: string; b: string }, request: string, unit: string, via = 'link') =>
  `insert into opinion (id, request_id, proposal_id, bureau_id, unit_id, is_no_objection, text, doc_no, contact_name, contact_phone, given_via, given_by, given_at)
   values (gen_random_uuid(), '${request}', '${one.proposalId}', '${bureau.bureauId}', '${bureau.unitIds[unit]}', false, '假', '', '', '', '${via}', ${via === 'account' ? 'fuhan_user()' : 'null'}, now())` // prettier-ignore

describe('a link writes', () => {
  it('no opinion but to its own request, and not as an account or as paper', async () => {
    const link = viewers['link A']
    await expect(run(link, opinionOf(work, work.b, '市教委'))).rejects.toThrow()
    await expect(run(link, opinionOf(work, work.a, '市教委'))).rejects.toThrow()
    await expect(run(link, opinionOf(other, other.a, '市财政局'))).rejects.toThrow()
    await expect(run(link, opinionOf(work, work.a, '市财政局', 'other_bureau'))).rejects.toThrow()
  })

  it('nor does a unit’s account', async () => {
    await run(people.education, opinionOf(other, other.b, '市教委', 'account'))
    await expect(run(people.finance, opinionOf(work, work.b, '市财政局', 'account'))).rejects.toThrow()
    await expect(run(people.finance, opinionOf(work, work.b, '市教委', 'account'))).rejects.toThrow()
    await expect(run(people.finance, opinionOf(work, work.a, '市财政局', 'other_bureau'))).rejects.toThrow()
  })

  it('of its request only what a unit may say, and nothing of the proposal', async () => {
    for (const giver of [viewers['link A'], people.finance])
      for (const change of [`state = 'accepted'`, `due_on = '2030-01-01'`, `question = '改'`, `state = 'answered', urged_times = 9`])
        await expect(run(giver, `update request set ${change} where id = '${work.a}'`), change).rejects.toThrow()
    await expect(run(viewers['link A'], `update proposal set subject = '改'`)).rejects.toThrow()
    await run(viewers['link A'], `update opinion_link set used_by = '假' where request_id <> '${work.a}'`)
    expect(await asViewer(people.coordinator, (tx) => tx.execute(sql`select id from opinion_link where used_by = '假'`))).toHaveLength(0)
    await expect(run(people.finance, `delete from request`)).rejects.toThrow()
  }) // prettier-ignore
})

describe('a link', () => {
  const standing = async (token: string, at = realNow) =>
    (await resolveOpinionLink(hashOfToken(token), at))?.standing ?? null

  it('is single use: answered once, the second opener sees who, and brings nothing', async () => {
    const one = await askAll()
    const { token, viewer } = await linkTo(people.handler, one.of(one.a))
    await acknowledgeRequest(as({ ...viewer, name: '卢亦舟' }), one.of(one.a), { name: '卢亦舟' })
    expect(await resolveOpinionLink(hashOfToken(token), realNow)).toMatchObject({
      acceptedBy: '卢亦舟',
      standing: 'open',
    })
    const command = as(viewer)
    const first = await answerRequest(command, one.of(one.a), words)
    expect(await answerRequest(command, one.of(one.a), words)).toEqual(first)
    expect(await standing(token)).toBe('used')
    const again = answerRequest(as(viewer), one.of(one.a), { ...words, shownState: 'acknowledged' })
    await expect(again).rejects.toBeInstanceOf(Conflict)
    await returnOpinion(as(people.handler), one.of(one.a), { reason: '请写明金额', dueOn: '2026-04-02' })
    await expect(answerRequest(as(viewer), one.of(one.a), words)).rejects.toThrow()
    const forged = run(viewer, opinionOf(one, one.a, '市财政局'))
    await expect(forged).rejects.toThrow()
    const next = await linkTo(people.handler, one.of(one.a))
    await answerRequest(as(next.viewer), one.of(one.a), { ...words, text: '200 万元。' })
    const declined = await linkTo(people.handler, one.of(one.b))
    await declineRequest(as(declined.viewer), one.of(one.b), { reason: '不属我委职责', name: '庄晚晴' })
    expect(await standing(declined.token)).toBe('used')
  })

  it('expires in real time, is taken back, and gives way to the next one', async () => {
    const one = await askAll()
    const first = await linkTo(people.handler, one.of(one.a))
    const later = new Date(realNow.getTime() + 61 * 86_400_000)
    expect(await standing(first.token, later)).toBe('expired')
    const late = answerRequest(as(first.viewer, { realNow: later }), one.of(one.a), words)
    await expect(late).rejects.toBeInstanceOf(NotFound)
    const second = await linkTo(people.handler, one.of(one.a))
    expect(await standing(first.token)).toBe('voided')
    await expect(answerRequest(as(first.viewer), one.of(one.a), words)).rejects.toBeInstanceOf(NotFound)
    await voidOpinionLink(as(people.handler), one.of(one.a))
    expect(await standing(second.token)).toBe('voided')
    expect(await standing('nobody made this one')).toBeNull()
  })

  it('keeps only the hash of its token, and is not for a division of our own', async () => {
    const one = await askAll()
    const { token } = await linkTo(people.handler, one.of(one.a))
    const stored = await asViewer(people.coordinator, (tx) => tx.execute(sql`select * from opinion_link`))
    expect(JSON.stringify(stored)).not.toContain(token)
    const events = await asViewer(people.coordinator, (tx) => tx.execute(sql`select canonical from event`))
    expect(JSON.stringify(events)).not.toContain(token)
    await expect(linkTo(people.handler, one.of(one.division))).rejects.toBeInstanceOf(Refused)
  })

  it('and the account answering at once wait for the lock: one wins, the other is told', async () => {
    const one = await askAll()
    const { viewer } = await linkTo(people.handler, one.of(one.a))
    const held = gate()
    const locked = gate()
    const holding = asViewer(people.coordinator, async (tx) => {
      await tx.select().from(proposal).where(eq(proposal.id, one.proposalId)).for('update')
      locked.open()
      await held.opened
    })
    await locked.opened
    const given = { ...words, shownState: 'sent' }
    const both = [viewer, people.finance].map((giver) => answerRequest(as(giver), one.of(one.a), given))
    expect(await Promise.all(both.map((answer) => outcomeWithin(300, answer)))).toEqual([
      'waiting',
      'waiting',
    ])
    held.open()
    await holding
    const outcomes = await Promise.allSettled(both)
    const lost = outcomes.filter((o) => o.status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(lost[0]?.reason).toBeInstanceOf(Conflict)
    const opinions = await asViewer(people.coordinator, (tx) =>
      tx.execute(sql`select id from opinion where request_id = ${one.a}`),
    )
    expect(opinions).toHaveLength(1)
  })
})
