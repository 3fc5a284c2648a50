import { and, asc, eq } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { event } from '~/db/schema/log'
import { archivePackage, deadline, proposal, proposalAccess } from '~/db/schema/proposal'
import { numberSeries } from '~/db/schema/reply'
import { takenOver } from '~/db/schema/taken-over'
import { archiveProposal } from '~/domain/archive/archive-proposal.server'
import { readBatch } from '~/domain/batches/read-batches.server'
import { workBatches } from '~/domain/batches/work-batches.server'
import { checkUpload } from '~/domain/files/check-upload.server'
import { readKeptFile } from '~/domain/files/read-files.server'
import { chooseColumns } from '~/domain/intake/lists/choose-columns.server'
import { suggestedColumns } from '~/domain/intake/lists/list-settings'
import { readPreview } from '~/domain/intake/lists/read-import.server'
import { startRegistering } from '~/domain/intake/lists/start-registering.server'
import { uploadList } from '~/domain/intake/lists/upload-list.server'
import { fold, firstDifference } from '~/domain/log/fold'
import { sentenceOf } from '~/domain/log/sentences'
import { verifyLog } from '~/domain/log/verify-log.server'
import { closeProposal } from '~/domain/proposal/close-proposal.server'
import { nothingDue } from '~/domain/proposal/access'
import { Invalid, NotFound, Refused } from '~/domain/refusals'
import { peekNumber, takeNumber } from '~/domain/reply/numbering.server'
import { readNextNumber } from '~/domain/reply/read-next-number.server'
import { attachScan } from '~/domain/taking-over/attach-scan.server'
import { useFileStore } from '../support/file-store'
import { as, businessNow, openBureau, realNow, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
useFileStore()
let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau()
})

const registrar = () => bureau.people.registrar
const head =
  '案号,案由,提案人,主办单位,会办单位,交办日期,办理状态,复文字号,答复日期,承办处室,承办人,办理结果,满意度'
const csv = (...rows: string[]) => Buffer.from([head, ...rows].join('\n'))
let last = 7000
const number = () => String(++last)

async function listed(...rows: string[]): Promise<string> {
  const file = await checkUpload({ name: '在办件.csv', bytes: csv(...rows) }, { kinds: ['csv'], most: 1e6 })
  const { importId } = await uploadList(as(registrar()), file)
  await chooseColumns(as(registrar()), importId, {
    columns: suggestedColumns(head.split(',')), meetingId: bureau.meetingId, sessionKind: 'plenary', assigningUnitId: null,
    assignedOn: '2026-02-02', receivedOn: '2026-02-03',
  }) // prettier-ignore
  return importId
}

async function brought(...rows: string[]) {
  const { batchId } = await startRegistering(as(registrar()), await listed(...rows), { allOrNone: false })
  await workBatches(bureau.bureauId, { now: () => businessNow, realNow: () => realNow })
  return await readBatch(registrar(), batchId, { state: null, after: 0, most: 100 })
}

/** All that stands of an item. */
const standing = (officialNo: string) =>
  asViewer(registrar(), async (tx) => {
    const [row] = await tx.select().from(proposal).where(eq(proposal.officialNo, officialNo))
    if (!row) throw new Error('no proposal')
    const [told] = await tx.select().from(takenOver).where(eq(takenOver.proposalId, row.id))
    const events = await tx
      .select()
      .from(event)
      .where(eq(event.proposalId, row.id))
      .orderBy(asc(event.sequence))
    const clocks = await tx
      .select()
      .from(deadline)
      .where(eq(deadline.proposalId, row.id))
      .orderBy(asc(deadline.kind))
    const access = await tx.select().from(proposalAccess).where(eq(proposalAccess.proposalId, row.id))
    return { row, told: told ?? null, events, clocks, access }
  })

const inLead = ',市科技局,,2026年2月2日'
const ours = '成果处,handler'

describe('an item under way in another system', () => {
  it('goes on in handling with its division and handler, its clocks counted from its own days', async () => {
    const no = number()
    await brought(`${no},甲,段长风${inLead},办理中,,,${ours},,`)
    const { row, told, events, clocks, access } = await standing(no)
    expect(row).toMatchObject({ state: 'handling', divisionId: bureau.divisionIds['成果处'], handlerId: bureau.people.handler.userId, handlingRole: 'sole', sequence: 2, version: 2 }) // prettier-ignore
    expect(told).toMatchObject({ stage: 'handling', repliedOn: null, takenBy: registrar().userId })
    expect(events.map((e) => e.kind)).toEqual(['register', 'taken_over'])
    expect(clocks.map((c) => [c.kind, c.startOn, c.metOn])).toEqual([
      ['contact', '2026-02-03', null],
      ['reply', '2026-02-02', null],
    ])
    expect(access[0]?.dueOn).toBe(clocks.map((c) => c.dueOn).toSorted()[0])
  })

  it('answered there is met on the day of its letter, and nothing runs', async () => {
    const no = number()
    await brought(`${no},甲,段长风${inLead},已答复,云科局函[2026]41号,2026-03-10,${ours},A类,满意`)
    const { row, told, events, clocks, access } = await standing(no)
    expect(row.state).toBe('replied')
    expect(told).toMatchObject({ documentNumber: '云科局函〔2026〕41号', code: '云科局函', year: 2026, seq: 41, repliedOn: '2026-03-10', result: 'A', satisfaction: 'satisfied' }) // prettier-ignore
    expect(clocks.map((c) => [c.kind, c.metOn])).toEqual([['reply', '2026-03-10']])
    expect(access[0]?.dueOn).toBe(nothingDue)
    expect(events[1] && sentenceOf(events[1].body)).toBe('接续办理：原系统已答复，由成果处handler承办，2026-03-10 答复，云科局函〔2026〕41号') // prettier-ignore
  })

  it('closed there is closed, our opinion where we assist, too; 待办 is an ordinary registration', async () => {
    const [a, b, c] = [number(), number(), number()]
    await brought(
      `${a},甲,段长风${inLead},已办结,,2026-03-10,${ours},,`,
      `${b},乙,段长风,市财政局,市科技局,2026-02-02,已答复,,2026-03-10,${ours},,`,
      `${c},丙,段长风${inLead},待办,,,${ours},,`,
    )
    expect((await standing(a)).row.state).toBe('closed')
    expect((await standing(b)).row).toMatchObject({ state: 'closed', handlingRole: 'assist', leadUnitId: bureau.unitIds['市财政局'] }) // prettier-ignore
    const plain = await standing(c)
    expect(plain.row).toMatchObject({ state: 'registered', divisionId: null, sequence: 1 })
    expect(plain.told).toBeNull()
  })

  it('has a log that verifies and folds to its row', async () => {
    const no = number()
    await brought(`${no},甲,段长风${inLead},已办结,云科局函〔2026〕51号,2026-03-10,${ours},B,`)
    const { row, events } = await standing(no)
    expect(firstDifference(row, fold(events.map((e) => e.body)).proposal)).toBeNull()
    expect(row.headHash).toBe(events[1]?.hash)
    expect((await verifyLog(bureau.bureauId, null)).faults).toEqual([])
  })

  it('brought in again changes nothing; told otherwise it names the column', async () => {
    const no = number()
    const row = `${no},甲,段长风${inLead},已答复,云科局函〔2026〕52号,2026-03-10,${ours},,`
    await brought(row)
    expect((await brought(row)).items.map((i) => i.state)).toEqual(['unchanged'])
    const again = await brought(row.replace('已答复', '已办结'))
    expect(again.items[0]?.message).toContain('办理进度：清单是“已办结”，登记的是“已答复”。')
    expect((await standing(no)).events).toHaveLength(2)
  })

  it('with a fault is not registered', async () => {
    const read = await brought(`${number()},甲,段长风${inLead},已答复,,,${ours},,`)
    expect(read.items[0]).toMatchObject({
      state: 'failed',
      message: '答复日期：已答复、已办结的件要写答复日期。',
    })
  })

  it('is closed by the coordinator with a reason, no receipt of ours being awaited', async () => {
    const no = number()
    await brought(`${no},甲,段长风${inLead},已答复,,2026-03-10,${ours},,`)
    const target = { proposalId: (await standing(no)).row.id }
    await expect(
      closeProposal(as(bureau.people.handler), target, { reason: '已收回执' }),
    ).rejects.toBeInstanceOf(Refused)
    await expect(closeProposal(as(bureau.people.coordinator), target)).rejects.toBeInstanceOf(Invalid)
    await closeProposal(as(bureau.people.coordinator), target, { reason: '原系统已收回执' })
    const { row, events } = await standing(no)
    expect(row.state).toBe('closed')
    expect(events[2] && sentenceOf(events[2].body)).toBe('办结：原系统已收回执')
  })
})

describe('the letter another system issued', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64') // prettier-ignore
  const scanned = () => checkUpload({ name: '原复函.png', bytes: png }, { kinds: ['png'], most: 1e6 })

  it('is attached as a scan, where it was answered there, and goes into the archive', async () => {
    const no = number()
    await brought(`${no},甲,段长风${inLead},已办结,,2026-03-10,${ours},,`)
    const target = { proposalId: (await standing(no)).row.id }
    const archive = () => archiveProposal(as(registrar()), target, { retentionYears: 30 })
    await expect(archive()).rejects.toBeInstanceOf(Refused)
    const { fileId } = await attachScan(as(bureau.people.handler), target, await scanned())
    const kept = await readKeptFile(registrar(), fileId)
    expect([kept.heldFor, kept.bytes.equals(png)]).toEqual(['taken_over_scan', true])
    await expect(readKeptFile(bureau.people.finance, fileId)).rejects.toBeInstanceOf(NotFound)
    await archive()
    const [made] = await asViewer(registrar(), (tx) =>
      tx.select().from(archivePackage).where(eq(archivePackage.proposalId, target.proposalId)),
    )
    const files = unzipSync(new Uint8Array(made?.bytes ?? []))
    expect(Buffer.from(files[`taken-over/${fileId}.png`] ?? []).equals(png)).toBe(true)
  })

  it('is nothing an item still in handling has', async () => {
    const no = number()
    await brought(`${no},甲,段长风${inLead},办理中,,,${ours},,`)
    const target = { proposalId: (await standing(no)).row.id }
    await expect(attachScan(as(bureau.people.handler), target, await scanned())).rejects.toBeInstanceOf(
      Refused,
    )
  })
})

describe('a number another system gave out', () => {
  const series = { purpose: 'reply' as const, year: 2026 }
  const take = (code: string) =>
    asViewer(bureau.people.seal_clerk, (tx) => takeNumber(tx, { ...series, bureauId: bureau.bureauId }, code))

  it('is never given again: the series passes over it, and shows so beforehand', async () => {
    const rows = [1, 2, 4].map((n) => `${number()},甲,段长风${inLead},已答复,云科复〔2026〕${n}号,2026-03-10,${ours},,`) // prettier-ignore
    await brought(...rows)
    expect(await readNextNumber(bureau.people.seal_clerk, { ...series, code: '云科复' })).toEqual({ code: '云科复', next: 3 }) // prettier-ignore
    expect(await take('云科复')).toEqual({ code: '云科复', seq: 3 })
    const next = await asViewer(bureau.people.seal_clerk, (tx) => peekNumber(tx, { ...series, bureauId: bureau.bureauId })) // prettier-ignore
    expect(next).toEqual({ code: '云科复', next: 5 })
    expect(await take('云科复')).toEqual({ code: '云科复', seq: 5 })
    const [stands] = await asViewer(bureau.people.seal_clerk, (tx) =>
      tx
        .select()
        .from(numberSeries)
        .where(and(eq(numberSeries.purpose, 'reply'), eq(numberSeries.bureauId, bureau.bureauId))),
    )
    expect(stands?.next).toBe(6)
  })

  it('stands once: twice in a list, or on another item already, is a fault', async () => {
    const one = (no: string) => `${no},甲,段长风${inLead},已答复,云科局函〔2026〕88号,2026-03-10,${ours},,`
    const importId = await listed(one(number()), one(number()))
    const judged = await readPreview(registrar(), importId, '2026-03-20')
    expect(judged?.map((row) => row.is)).toEqual(['new', 'faulty'])
    await brought(one(number()))
    const read = await brought(one(number()))
    expect(read.items[0]?.message).toMatch(
      /^复文字号：云科局函〔2026〕88号：登记号 2026-\d+ 已写了它，请核对。$/,
    )
  })
})

describe('the walls around it', () => {
  it('show it to who sees the item, let only a registrar write it, and nobody change it', async () => {
    const no = number()
    await brought(`${no},甲,段长风${inLead},已答复,,2026-03-10,${ours},,`)
    const { row, told } = await standing(no)
    const seenBy = (viewer: Bureau['people']['handler']) =>
      asViewer(viewer, (tx) => tx.select().from(takenOver).where(eq(takenOver.proposalId, row.id)))
    expect(await seenBy(bureau.people.handler)).toHaveLength(1)
    expect(await seenBy(bureau.people.finance)).toEqual([])
    expect(await seenBy(bureau.people.other_head)).toEqual([])
    const other = await openBureau('溪口市科学技术局')
    expect(await seenBy(other.people.coordinator)).toEqual([])
    if (!told) throw new Error('it was taken over')
    const write = (viewer: Bureau['people']['handler']) =>
      asViewer(viewer, (tx) => tx.insert(takenOver).values({ ...told, takenBy: viewer.userId ?? '' }))
    await expect(write(bureau.people.coordinator)).rejects.toThrow()
    await expect(
      asViewer(registrar(), (tx) =>
        tx.update(takenOver).set({ remark: '改' }).where(eq(takenOver.proposalId, row.id)),
      ),
    ).rejects.toThrow()
  })
})
