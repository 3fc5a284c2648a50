import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { pastReply } from '~/db/schema/library'
import type { Upload } from '~/domain/files/check-upload.server'
import { readKeptFile } from '~/domain/files/read-files.server'
import { typedField } from '~/domain/library/accepted-fields'
import { bringIn } from '~/domain/library/bring-in.server'
import { acceptBasis, acceptReply, refuseReply } from '~/domain/library/decide.server'
import { readPapers, readReplies, readReply } from '~/domain/library/read-library.server'
import type { LibraryState } from '~/domain/library/states'
import type { Viewer } from '~/domain/people/viewer'
import { Conflict, Invalid, NotFound } from '~/domain/refusals'
import { onHouse } from '../support/demo-viewer'
import { useFileStore } from '../support/file-store'
import { as, openBureau, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

const database = useTestDatabase()
useFileStore()

const folder = join(import.meta.dirname, '../documents/published-pages')
let bureau: Bureau
let neighbour: Bureau
let registrar: Viewer

beforeAll(async () => {
  bureau = await openBureau()
  neighbour = await openBureau('邻市科学技术局')
  registrar = bureau.people.registrar
}, 60_000)

function uploadOf(name: string, bytes: Buffer<ArrayBuffer>): Upload {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name, kind: name.endsWith('.html') ? 'html' : 'txt', bytes, size: bytes.length, sha256 }
}

const page = async (name: string) => uploadOf(name, Buffer.from(await readFile(join(folder, name))))
const list = (viewer: Viewer, state: LibraryState = 'quarantine', words = '') =>
  readReplies(viewer, { state, words, after: null })

/** A page nobody brought in yet. */
let n = 0
async function fresh(): Promise<string> {
  const text = await readFile(join(folder, '015.txt'), 'utf8')
  const [brought] = await bringIn(as(registrar), [uploadOf('x.txt', Buffer.from(`${text}\n第 ${++n} 份`))])
  return brought?.id ?? ''
}

async function typedOf(id: string, changes: Record<string, string> = {}) {
  const { reading } = await readReply(registrar, id)
  const fields = Object.entries(reading.reply).map(([name, value]) => [name, typedField(value as never)])
  return { ...Object.fromEntries(fields), ...changes } as Record<string, string>
}

describe('pages brought in', () => {
  it('wait in quarantine, each with its bytes; what is no reply is a basis document or is turned away', async () => {
    const names = (await readdir(folder)).filter((name) => /\.(?:txt|html)$/.test(name)).toSorted()
    const brought = await bringIn(as(registrar), await Promise.all(names.map(page)))
    expect(brought).toHaveLength(names.length)
    const of = (name: string) => brought.find((one) => one.name === name)
    expect(of('010.html')?.outcome).toBe('reply')
    expect(of('021.txt')).toMatchObject({ outcome: 'basis', shelf: 'basis' })
    expect(of('020.txt')).toMatchObject({
      outcome: 'turned_away',
      reason: '页面里没有答复，也没有文件正文。',
    })
    const kept = await readReply(registrar, of('010.html')?.id ?? '')
    expect(kept.state).toBe('quarantine')
    expect(kept.reading.findings.map(({ code }) => code)).toContain('FOREIGN_LINK')
    const file = await readKeptFile(registrar, kept.fileId)
    expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(kept.sha256)
  }, 60_000)

  it('again are found and not doubled, under another key and another name', async () => {
    const { bytes } = await page('010.html')
    const before = await list(registrar)
    const [again] = await bringIn(as(registrar), [uploadOf('另一份.html', bytes)])
    expect(again?.outcome).toBe('known')
    expect((await list(registrar)).counts).toEqual(before.counts)
  })

  it('twice under one key are one act, and the key refuses other pages', async () => {
    const command = as(registrar)
    const [one, other] = [await page('011.txt'), await page('012.txt')]
    expect(await bringIn(command, [one])).toEqual(await bringIn(command, [one]))
    await expect(bringIn(command, [other])).rejects.toBeInstanceOf(Conflict)
  })

  it('are the bureau’s own: no unit, no administrator and no neighbour sees one or brings one in', async () => {
    await fresh()
    const { finance, registrar: stranger } = { ...neighbour.people, finance: bureau.people.finance }
    await expect(list(finance)).rejects.toBeInstanceOf(NotFound)
    await expect(bringIn(as(finance), [await page('001.txt')])).rejects.toBeInstanceOf(NotFound)
    expect((await list(stranger)).rows).toEqual([])
    for (const viewer of [finance, stranger, bureau.founder])
      expect(await asViewer(viewer, (tx) => tx.select({ id: pastReply.id }).from(pastReply))).toEqual([])
  })
})

describe('a page in quarantine', () => {
  it('is accepted as corrected; what was read stays beside it, and is found by its words', async () => {
    const id = await fresh()
    await acceptReply(
      as(registrar),
      id,
      await typedOf(id, { item_no: '0158', co_handlers: '市审计局\n市发改委' }),
    )
    const kept = await readReply(bureau.people.handler, id)
    expect(kept.state).toBe('accepted')
    expect([kept.fields.item_no, kept.reading.reply.item_no]).toEqual(['0158', '158'])
    expect(kept.fields.co_handlers).toEqual(['市审计局', '市发改委'])
    const { rows } = await list(registrar, 'accepted', '政府采购 0158')
    expect(rows.map((row) => row.id)).toEqual([id])
    expect((await list(registrar, 'accepted', '查无此词')).rows).toEqual([])
  })

  it('is not accepted with a field that is none', async () => {
    const id = await fresh()
    const accepted = acceptReply(as(registrar), id, await typedOf(id, { letter_date: '六月三十', kind: '' }))
    const error: unknown = await accepted.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Invalid)
    expect((error as Invalid).problems.map(({ field }) => field)).toEqual(['kind', 'letter_date'])
    expect((await readReply(registrar, id)).state).toBe('quarantine')
  })

  it('is refused with a reason only, and decided once', async () => {
    const id = await fresh()
    await expect(refuseReply(as(registrar), id, ' ')).rejects.toBeInstanceOf(Invalid)
    await refuseReply(as(registrar), id, '与本局业务无关')
    await expect(acceptReply(as(registrar), id, await typedOf(id))).rejects.toBeInstanceOf(Conflict)
    await expect(
      asViewer(registrar, (tx) => tx.execute(sql`update past_reply set state = 'accepted' where id = ${id}`)),
    ).resolves.toMatchObject({ count: 0 })
  })

  it('keeps what was read: the application may not change it', async () => {
    const id = await fresh()
    const rewritten = asViewer(registrar, (tx) =>
      tx.execute(sql`update past_reply set reading = '{}' where id = ${id}`),
    )
    await expect(rewritten).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('leaves an event on the bureau’s chain with ids and no words of the page', async () => {
    const id = await fresh()
    await refuseReply(as(registrar), id, '重复')
    const rows = await onHouse(
      database.superuserUrl(),
      (house) =>
        house`select kind, canonical from event where proposal_id is null and kind like '%past_reply' order by sequence desc limit 1`,
    )
    expect(rows[0]?.['kind']).toBe('refuse_past_reply')
    expect(rows[0]?.['canonical']).toContain(id)
    expect(rows[0]?.['canonical']).not.toContain('政府采购')
  })
})

describe('a basis document', () => {
  it('is accepted with the fields a person gives', async () => {
    const { rows } = await readPapers(registrar, { state: 'quarantine', words: '道路养护', after: null })
    const [paper] = rows
    expect(paper).toMatchObject({
      documentNumber: '碧政办发〔2020〕12号',
      issuer: null,
      issuedOn: '2020-03-09',
    })
    await acceptBasis(as(registrar), paper?.id ?? '', {
      title: '碧溪县乡村道路养护办法',
      documentNumber: '碧政办发〔2020〕12号',
      issuer: '碧溪县人民政府办公室',
      issuedOn: '2020-03-09',
    })
    const accepted = await readPapers(registrar, { state: 'accepted', words: '碧溪县人民政府', after: null })
    expect(accepted.rows).toHaveLength(1)
  })
})
