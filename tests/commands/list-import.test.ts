import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { asc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { event } from '~/db/schema/log'
import { delegate } from '~/db/schema/people'
import { deadline, proposal, proposalAccess, sponsor } from '~/db/schema/proposal'
import { readBatch } from '~/domain/batches/read-batches.server'
import { workBatches } from '~/domain/batches/work-batches.server'
import type { Derivation } from '~/domain/deadlines/derivation'
import { checkUpload } from '~/domain/files/check-upload.server'
import { readKeptFile } from '~/domain/files/read-files.server'
import { chooseColumns } from '~/domain/intake/lists/choose-columns.server'
import { suggestedColumns, type ListSettings } from '~/domain/intake/lists/list-settings'
import { readImports, readMapping, readPreview } from '~/domain/intake/lists/read-import.server'
import { startRegistering } from '~/domain/intake/lists/start-registering.server'
import { uploadList } from '~/domain/intake/lists/upload-list.server'
import { registerProposal } from '~/domain/intake/register-proposal.server'
import { supplyText } from '~/domain/intake/supply-text.server'
import { voidProposal } from '~/domain/intake/void-proposal.server'
import { fold, firstDifference } from '~/domain/log/fold'
import { sha256 } from '~/domain/log/hashes.server'
import { verifyLog } from '~/domain/log/verify-log.server'
import { Conflict, Invalid, NotFound, Refused } from '~/domain/refusals'
import { useFileStore } from '../support/file-store'
import {
  as,
  businessNow,
  openBureau,
  realNow,
  registered,
  registrationOf,
  type Bureau,
} from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
useFileStore()
let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau()
})

const registrar = () => bureau.people.registrar
const work = () => workBatches(bureau.bureauId, { now: () => businessNow, realNow: () => realNow })
const all = { state: null, after: 0, most: 2000 } as const

const head = '案号,案由,提案人,主办单位,会办单位,交办日期,答复期限'
const csv = (...rows: string[]) => Buffer.from(['云汀市政协提案交办表', head, ...rows].join('\n'))
let last = 5000
const number = () => String(++last)

const settingsOf = (over: Partial<ListSettings> = {}): ListSettings => ({
  columns: suggestedColumns(head.split(',')), meetingId: bureau.meetingId, sessionKind: 'plenary', assigningUnitId: bureau.unitIds['市政府办公厅'] ?? null,
  assignedOn: '2026-03-02', receivedOn: '2026-03-20', ...over,
}) // prettier-ignore

const upload = (name: string, bytes: Buffer<ArrayBuffer>) =>
  checkUpload({ name, bytes }, { kinds: ['xlsx', 'csv'], most: 1e7 })

async function listed(bytes: Buffer<ArrayBuffer>, over: Partial<ListSettings> = {}): Promise<string> {
  const { importId } = await uploadList(as(registrar()), await upload('交办表.csv', bytes))
  await chooseColumns(as(registrar()), importId, settingsOf(over))
  return importId
}

async function brought(bytes: Buffer<ArrayBuffer>) {
  const importId = await listed(bytes)
  const { batchId } = await startRegistering(as(registrar()), importId, { allOrNone: false })
  await work()
  return await readBatch(registrar(), batchId, all)
}

const proposalsOf = (officialNo: string) =>
  asViewer(registrar(), (tx) => tx.select().from(proposal).where(eq(proposal.officialNo, officialNo)))

/** All that a registration writes, without what only chance gives. */
const written = (proposalId: string) =>
  asViewer(registrar(), async (tx) => {
    const [row] = await tx.select().from(proposal).where(eq(proposal.id, proposalId))
    if (!row) throw new Error('no proposal')
    const clocks = await tx.select().from(deadline).where(eq(deadline.proposalId, proposalId)).orderBy(asc(deadline.kind)) // prettier-ignore
    const people = await tx
      .select({ position: sponsor.position, name: delegate.name, term: delegate.term, kind: delegate.kind })
      .from(sponsor)
      .innerJoin(delegate, eq(delegate.id, sponsor.delegateId))
      .where(eq(sponsor.proposalId, proposalId))
      .orderBy(asc(sponsor.position))
    const access = await tx.select().from(proposalAccess).where(eq(proposalAccess.proposalId, proposalId)).orderBy(asc(proposalAccess.party)) // prettier-ignore
    const events = await tx.select().from(event).where(eq(event.proposalId, proposalId))
    const { id: _, registerNo: _no, headHash, officialNo: _official, ...rest } = row
    return {
      row: rest,
      isHead: headHash === events.at(-1)?.hash,
      clocks: clocks.map(({ id: _id, proposalId: _p, ...clock }) => clock),
      people,
      access: access.map(({ party, scope, dueOn }) => ({ party, scope, dueOn })),
      events: events.map(({ kind, sequence, actor, actorName, businessAt, body }) => ({ kind, sequence, actor, actorName, businessAt, changes: body.changes, details: Object.keys(body.details) })), // prettier-ignore
      differs: firstDifference(row, fold(events.map((e) => e.body)).proposal),
    }
  })

describe('a list from the assigning body', () => {
  it('is registered row by row, with a result for each; faulty rows say where, and nothing of them is stored', async () => {
    const [a, b, c, d] = [number(), number(), number(), number()]
    const read = await brought(csv(
      `${a},关于培育中试平台的提案,段长风、许望川,市科技局,市财政局,2026年3月5日,2026.5.10`,
      `${b},,段长风,市科技局,,三月五日,`,
      `${c},关于会办的提案,民盟云汀市委员会,市财政局,市科技局,,`,
      `${d},关于别处的提案,段长风,市财政局,市教委,,`,
      `${a},又一件,段长风,市科技局,,,`,
      '合计,,,,,,',
    )) // prettier-ignore
    expect(read).toMatchObject({ state: 'done', total: 5, done: 5, failed: 2 })
    expect(read.items.map((i) => i.state)).toEqual(['done', 'failed', 'done', 'unchanged', 'failed'])
    expect(read.items[1]?.message).toContain('交办日期：交办日期“三月五日”不是日期')
    expect(read.items[1]?.message).toContain('案由：请填写案由。')
    expect(read.items[4]?.message).toBe('编号：与第 3 行的编号相同。')
    const [first] = await proposalsOf(a)
    expect(first).toMatchObject({ state: 'registered', handlingRole: 'lead', leadUnitId: null, text: '', sponsorKind: 'joint', assignedOn: '2026-03-05' }) // prettier-ignore
    expect((await proposalsOf(c))[0]).toMatchObject({ handlingRole: 'assist', leadUnitId: bureau.unitIds['市财政局'], sponsorKind: 'organisation', assignedOn: '2026-03-02' }) // prettier-ignore
    for (const no of [b, d]) expect(await proposalsOf(no)).toEqual([])
  })

  it('brought in again changes nothing, and says so of each row', async () => {
    const bytes = csv(`${number()},甲,段长风,市科技局,,,`, `${number()},乙,许望川,市科技局,,,2026-05-01`)
    await brought(bytes)
    const before = await asViewer(registrar(), (tx) => tx.select().from(event))
    const again = await brought(bytes)
    expect(again.items.map((i) => i.state)).toEqual(['unchanged', 'unchanged'])
    expect(again.items[0]?.registerNo).toMatch(/^2026-/)
    expect(await asViewer(registrar(), (tx) => tx.select().from(event))).toHaveLength(before.length)
  })

  it('that says something else than what is registered names the column and changes nothing', async () => {
    const no = number()
    await brought(csv(`${no},甲,段长风,市科技局,,,`))
    const again = await brought(csv(`${no},甲（修改）,段长风、许望川,市科技局,,,`))
    expect(again.items[0]).toMatchObject({ state: 'failed' })
    expect(again.items[0]?.message).toContain('案由：清单是“甲（修改）”，登记的是“甲”。')
    expect(again.items[0]?.message).toContain('提出人：')
    expect((await proposalsOf(no))[0]).toMatchObject({ subject: '甲', version: 1 })
  })

  it('may take a number that was voided', async () => {
    const no = number()
    const bytes = csv(`${no},甲,段长风,市科技局,,,`)
    await brought(bytes)
    const [first] = await proposalsOf(no)
    await voidProposal(as(registrar()), { proposalId: first?.id ?? '' }, { reason: '误登' })
    expect((await brought(bytes)).items.map((i) => i.state)).toEqual(['done'])
    expect((await proposalsOf(no)).map((p) => p.state).toSorted()).toEqual(['registered', 'voided'])
  })

  it('writes the same rows as registering one by one, and its log verifies and folds', async () => {
    const no = number()
    await brought(csv(`${no},关于完善科技特派员制度的提案,段长风,,,2026-03-02,`))
    const [bulk] = await proposalsOf(no)
    const single = await registered(bureau, { receivedOn: '2026-03-20' })
    const [one, other] = [await written(bulk?.id ?? ''), await written(single)]
    const { text: _text, sourceHash: _hash, ...row } = one.row
    expect(other).toMatchObject({ row, isHead: true, clocks: one.clocks, people: one.people, access: one.access, differs: null }) // prettier-ignore
    expect(one.events[0]).toMatchObject({ ...other.events[0], details: expect.arrayContaining(other.events[0]?.details ?? []) }) // prettier-ignore
    expect([one.isHead, one.differs]).toEqual([true, null])
    expect((await verifyLog(bureau.bureauId, null)).faults).toEqual([])
  })

  it('is registered without its text, which is supplied once', async () => {
    const no = number()
    await brought(csv(`${no},甲,段长风,市科技局,,,`))
    const [item] = await proposalsOf(no)
    const target = { proposalId: item?.id ?? '' }
    await expect(supplyText(as(registrar()), target, { text: ' ' })).rejects.toBeInstanceOf(Invalid)
    await expect(supplyText(as(bureau.people.handler), target, { text: '某' })).rejects.toBeInstanceOf(
      NotFound,
    )
    await supplyText(as(registrar()), target, { text: '建议先摸需求。' })
    expect((await proposalsOf(no))[0]).toMatchObject({ text: '建议先摸需求。', sourceHash: sha256('建议先摸需求。'), version: 1, sequence: 2 }) // prettier-ignore
    expect((await written(target.proposalId)).differs).toBeNull()
    const again = supplyText(as(registrar()), target, { text: '换一个' })
    await expect(again).rejects.toMatchObject({ reasons: [{ code: 'TEXT_MISSING' }] })
  })

  it('fixes the day its column says where it is the tighter one, and says which list said so', async () => {
    const [tight, loose] = [number(), number()]
    await brought(csv(`${tight},甲,段长风,市科技局,,2026-03-02,2026-04-01`, `${loose},乙,段长风,市科技局,,2026-03-02,2026-12-31`)) // prettier-ignore
    const clockOf = async (no: string) => {
      const [row] = await proposalsOf(no)
      const { clocks } = await written(row?.id ?? '')
      const reply = clocks.find((clock) => clock.kind === 'reply')
      return { dueOn: reply?.dueOn, last: (JSON.parse(reply?.derivation ?? '{}') as Derivation).steps.at(-1) }
    }
    expect(await clockOf(tight)).toMatchObject({ dueOn: '2026-04-01', last: { step: 'notice', source: '交办清单“交办表.csv”' } }) // prettier-ignore
    expect(await clockOf(loose)).toMatchObject({ last: { step: 'notice', fixed: '2026-12-31' } })
    expect((await clockOf(loose)).dueOn).toBe('2026-06-02')
  })

  it('brought in by two at once has each row once', async () => {
    const numbers = Array.from({ length: 40 }, number)
    const bytes = csv(...numbers.map((no) => `${no},关于${no}的提案,段长风,市科技局,,,`))
    const lists = await Promise.all([listed(bytes), listed(bytes)])
    const batches = await Promise.all(lists.map((id) => startRegistering(as(registrar()), id, { allOrNone: false }))) // prettier-ignore
    await Promise.all([work(), work(), work()])
    await work()
    const counts = await Promise.all(batches.map(async ({ batchId }) => (await readBatch(registrar(), batchId, all)).counts)) // prettier-ignore
    expect(counts.reduce((n, c) => n + (c.done ?? 0), 0)).toBe(40)
    expect(counts.reduce((n, c) => n + (c.unchanged ?? 0), 0)).toBe(40)
    for (const no of numbers) expect(await proposalsOf(no)).toHaveLength(1)
  })

  it('waits for a registration under way and finds its item registered', async () => {
    const no = number()
    const importId = await listed(csv(`${no},关于${no}的提案,段长风,市科技局,,,`))
    const { batchId } = await startRegistering(as(registrar()), importId, { allOrNone: false })
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const isHolding = new Promise<void>((holding) => {
      const item = registrationOf(bureau, { officialNo: no, subject: `关于${no}的提案` })
      void registerProposal(as(registrar()), item, undefined, () => {
        holding()
        return held
      })
    })
    await isHolding
    const working = work()
    await wait(700)
    release()
    await working
    const { items } = await readBatch(registrar(), batchId, all)
    expect(items[0]?.message).toContain('已登记过')
    expect(await proposalsOf(no)).toHaveLength(1)
  })

  it('wanted whole or not at all is refused while one row has a fault', async () => {
    const no = number()
    const importId = await listed(csv(`${no},甲,段长风,市科技局,,,`, `${number()},,段长风,市科技局,,,`))
    const refused = startRegistering(as(registrar()), importId, { allOrNone: true })
    await expect(refused).rejects.toBeInstanceOf(Invalid)
    await work()
    expect(await proposalsOf(no)).toEqual([])
    await startRegistering(as(registrar()), importId, { allOrNone: false })
    await expect(startRegistering(as(registrar()), importId, { allOrNone: false })).rejects.toBeInstanceOf(Conflict) // prettier-ignore
    await expect(chooseColumns(as(registrar()), importId, settingsOf())).rejects.toBeInstanceOf(Conflict)
    await work()
  })

  it('remembers how its columns were read, whatever their order', async () => {
    await listed(csv(`${number()},甲,段长风,市科技局,,,`), { sessionKind: 'off_session' })
    const turned = Buffer.from(
      `案由,提案人,案号,会办单位,主办单位,答复期限,交办日期\n甲,段长风,${number()},,,,\n`,
    )
    const { importId } = await uploadList(as(registrar()), await upload('x.csv', turned))
    expect((await readMapping(registrar(), importId)).kept).toMatchObject({ sessionKind: 'off_session', columns: { 案号: 'officialNo' } }) // prettier-ignore
    const other = await uploadList(as(registrar()), await upload('y.csv', Buffer.from('编号,案由,提案人\n1,甲,乙\n'))) // prettier-ignore
    expect((await readMapping(registrar(), other.importId)).kept).toBeNull()
  })

  it('keeps the bytes as they came, once per press', async () => {
    const bytes = csv(`${number()},甲,段长风,市科技局,,,`)
    const key = randomUUID()
    const made = await uploadList(as(registrar(), { key }), await upload('表.csv', bytes))
    expect(await uploadList(as(registrar(), { key }), await upload('表.csv', bytes))).toEqual(made)
    expect(
      (
        await readKeptFile(registrar(), (await readMapping(registrar(), made.importId)).list.fileId)
      ).bytes.equals(bytes),
    ).toBe(true)
  })

  it('is the registrar’s: refused to others, and absent for them', async () => {
    const bytes = csv(`${number()},甲,段长风,市科技局,,,`)
    const importId = await listed(bytes)
    const { coordinator, handler } = bureau.people
    await expect(uploadList(as(handler), await upload('x.csv', bytes))).rejects.toBeInstanceOf(Refused)
    await expect(startRegistering(as(coordinator), importId, { allOrNone: false })).rejects.toBeInstanceOf(Refused) // prettier-ignore
    await expect(readPreview(handler, importId, '2026-03-20')).rejects.toBeInstanceOf(NotFound)
    expect(await readImports(handler)).toEqual([])
    expect((await readPreview(coordinator, importId, '2026-03-20'))?.map((row) => row.is)).toEqual(['new'])
  })
})
