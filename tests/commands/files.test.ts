import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import type { Upload } from '~/domain/files/check-upload.server'
import type { HeldFor } from '~/domain/files/held-for'
import { keepFile } from '~/domain/files/keep-file.server'
import { filesOf, readKeptFile } from '~/domain/files/read-files.server'
import { nobody, type Viewer } from '~/domain/people/viewer'
import { NotFound } from '~/domain/refusals'
import { useFileStore } from '../support/file-store'
import { as, businessNow, inHandling, openBureau, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
const folder = useFileStore()

let bureau: Bureau
let neighbour: Bureau
let proposalId: string
let requestId: string

beforeAll(async () => {
  bureau = await openBureau()
  neighbour = await openBureau('邻市科学技术局')
  proposalId = await inHandling(bureau)
  for (const unit of ['市财政局', '市教委'])
    await sendRequest(
      as(bureau.people.handler),
      { proposalId },
      { unitId: bureau.unitIds[unit] ?? '', divisionId: null, question: '请提意见', dueOn: null },
    )
  const own = await asViewer(bureau.people.finance, (tx) => tx.select({ id: request.id }).from(request))
  requestId = own[0]?.id ?? ''
}, 60_000)

let n = 0
function upload(text = `第 ${++n} 份`): Upload {
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name: '材料.txt', kind: 'txt', bytes, size: bytes.length, sha256 }
}

const keep = (
  viewer: Viewer,
  heldFor: HeldFor,
  of: { proposalId?: string; requestId?: string } = {},
  what = upload(),
) => asViewer(viewer, (tx) => keepFile(tx, viewer, what, { heldFor, proposalId: null, ...of }, businessNow))

/** Who of the cast may read a file; both people of units and the neighbour's among them. */
async function readersOf(fileId: string): Promise<string[]> {
  const everybody = [
    ...Object.values(bureau.people),
    bureau.founder,
    ...Object.values(neighbour.people),
    nobody,
  ]
  const allowed: string[] = []
  for (const viewer of everybody)
    await readKeptFile(viewer, fileId).then(
      () =>
        allowed.push(
          neighbour.people[viewer.name as 'registrar'] === viewer ? `their ${viewer.name}` : viewer.name,
        ),
      (error: unknown) => expect(error).toBeInstanceOf(NotFound),
    )
  return allowed.toSorted()
}

const bureauWide = [
  'archivist', 'coordinator', 'deputy', 'director', 'office_reviewer', 'openness_reviewer', 'registrar', 'seal_clerk', 'secrecy_reviewer',
] // prettier-ignore
const onIt = [...bureauWide, 'division_head', 'handler'].toSorted()

describe('a kept file is read by whom its matter concerns and nobody else', () => {
  it('the proposal’s document, by everybody who sees the proposal', async () => {
    const { fileId } = await keep(bureau.people.registrar, 'proposal_document', { proposalId })
    expect(await readersOf(fileId)).toEqual([...onIt, 'education', 'finance', 'supervisor'].toSorted())
  })

  it('a contact’s papers, by our people on the proposal', async () => {
    const { fileId } = await keep(bureau.people.handler, 'contact', { proposalId })
    expect(await readersOf(fileId)).toEqual(onIt)
  })

  it('a unit’s scan, by them and that unit, never by the other', async () => {
    const { fileId } = await keep(bureau.people.finance, 'opinion_scan', { proposalId, requestId })
    expect(await readersOf(fileId)).toEqual([...onIt, 'finance'].toSorted())
  })

  it('a list, by registrars and coordinators', async () => {
    const { fileId } = await keep(bureau.people.registrar, 'list')
    expect(await readersOf(fileId)).toEqual(['coordinator', 'registrar'])
  })

  it('a past reply, by all our people', async () => {
    const { fileId } = await keep(bureau.people.handler, 'past_reply')
    expect(await readersOf(fileId)).toEqual([...onIt, 'other_head'].toSorted())
  })

  it('a list of people, by the administrators', async () => {
    const { fileId } = await keep(bureau.founder, 'people_list')
    expect(await readersOf(fileId)).toEqual(['security_admin', bureau.founder.name])
  })
})

describe('nobody holds a file for what is not his', () => {
  it.each([
    ['a stranger', () => keep({ ...nobody, bureauId: bureau.bureauId }, 'proposal_document', { proposalId })],
    ['another division’s head', () => keep(bureau.people.other_head, 'contact', { proposalId })],
    [
      'a unit, the proposal’s own document',
      () => keep(bureau.people.finance, 'proposal_document', { proposalId }),
    ],
    [
      'a unit, another’s request',
      () => keep(bureau.people.education, 'opinion_scan', { proposalId, requestId }),
    ],
    ['the neighbour', () => keep(neighbour.people.registrar, 'contact', { proposalId })],
    ['a handler, a list', () => keep(bureau.people.handler, 'list')],
  ])('%s', async (_who, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('in somebody else’s name', async () => {
    const { registrar, coordinator } = bureau.people
    const attempt = asViewer(coordinator, (tx) =>
      keepFile(tx, registrar, upload(), { heldFor: 'contact', proposalId }, businessNow),
    )
    await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

describe('what is kept', () => {
  it('stands once in the store and as often as it is held', async () => {
    const before = (await readdir(folder(), { recursive: true })).length
    const same = upload('同一份材料')
    const first = await keep(bureau.people.handler, 'contact', { proposalId }, same)
    const again = await keep(bureau.people.handler, 'contact', { proposalId }, same)
    expect(again.sha256).toBe(first.sha256)
    expect(again.fileId).not.toBe(first.fileId)
    const files = (await readdir(folder(), { recursive: true })).filter((name) => name.includes(same.sha256))
    expect(files).toHaveLength(1)
    expect((await readdir(folder(), { recursive: true })).length).toBeLessThanOrEqual(before + 3)
    const listed = await asViewer(bureau.people.handler, (tx) => filesOf(tx, proposalId, ['contact']))
    expect(listed.map((file) => file.id)).toEqual(expect.arrayContaining([first.fileId, again.fileId]))
  })

  it('comes back as it was, byte for byte', async () => {
    const given = upload('原样返还')
    const { fileId } = await keep(bureau.people.handler, 'contact', { proposalId }, given)
    expect(await readKeptFile(bureau.people.director, fileId)).toMatchObject({
      bytes: given.bytes,
      name: '材料.txt',
    })
  })

  it('is not changed or deleted by anybody', async () => {
    await keep(bureau.people.registrar, 'list')
    for (const statement of [
      'update kept_file set name = name',
      'delete from kept_file',
      'delete from provenance',
      'update document_reading set text = text',
      'update provenance set value_read = value_read',
    ])
      await expect(
        asViewer(bureau.people.registrar, (tx) => tx.execute(sql.raw(statement))),
        statement,
      ).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('leaves no row where its command fails', async () => {
    const given = upload('命令没有办成')
    const failing = asViewer(bureau.people.handler, async (tx) => {
      await keepFile(tx, bureau.people.handler, given, { heldFor: 'contact', proposalId }, businessNow)
      throw new Error('refused after all')
    })
    await expect(failing).rejects.toThrow('refused after all')
    const rows = await asViewer(bureau.people.handler, (tx) =>
      tx.execute(sql`select 1 from kept_file where sha256 = ${given.sha256}`),
    )
    expect([...rows]).toEqual([])
  })
})
