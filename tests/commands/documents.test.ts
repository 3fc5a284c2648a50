import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { provenance } from '~/db/schema/files'
import { proposal } from '~/db/schema/proposal'
import { checkUpload, type Upload } from '~/domain/files/check-upload.server'
import { fileKinds, usualMost } from '~/domain/files/file-kinds'
import { pastedUpload } from '~/domain/files/pasted-upload.server'
import { readKeptFile } from '~/domain/files/read-files.server'
import { confirmProvenance } from '~/domain/intake/documents/confirm-provenance.server'
import type { ReadField } from '~/domain/intake/documents/provenance-states'
import { readProvenance } from '~/domain/intake/documents/provenance.server'
import { readDocument, readReading, type Reading } from '~/domain/intake/documents/read-document.server'
import { registerProposal } from '~/domain/intake/register-proposal.server'
import type { Registration } from '~/domain/intake/registration'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import { verifyLog } from '~/domain/log/verify-log.server'
import { NotFound, Refused } from '~/domain/refusals'
import { useFileStore } from '../support/file-store'
import { docxOf, proposalDocuments } from '../support/proposal-documents'
import { as, openBureau, registrationOf, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
useFileStore()

let bureau: Bureau
let neighbour: Bureau
beforeAll(async () => {
  bureau = await openBureau()
  neighbour = await openBureau('邻市科学技术局')
}, 60_000)

let n = 100
/** A cover sheet with a number nobody had before. */
async function sheet(): Promise<Upload> {
  const { blocks } = proposalDocuments['a cover table, label and value side by side']!
  const numbered = JSON.parse(JSON.stringify(blocks).replace('0217', `0${++n}`)) as typeof blocks
  return await checkUpload(
    { name: '提案.docx', bytes: await docxOf(numbered) },
    { kinds: fileKinds, most: usualMost },
  )
}

const fieldsOf = (reading: Reading) =>
  Object.fromEntries(reading.fields.map(({ field, value }) => [field, value])) as Record<ReadField, string>

function asTyped(reading: Reading, over: Partial<Registration> = {}): Registration {
  const { sponsors, ...others } = fieldsOf(reading)
  return registrationOf(bureau, {
    ...(others as Partial<Registration>),
    sponsors: sponsors.split('\n'),
    ...over,
  })
}

async function read(upload?: Upload) {
  const { registrar } = bureau.people
  const given = upload ?? (await sheet())
  const { readingId } = await readDocument(as(registrar), given)
  return { given, reading: await readReading(registrar, readingId) }
}

const statesOf = async (proposalId: string) => {
  const rows = await asViewer(bureau.people.registrar, (tx) =>
    tx.select().from(provenance).where(eq(provenance.proposalId, proposalId)),
  )
  return Object.fromEntries(rows.map((row) => [row.field, row.state]))
}

const rowOf = (proposalId: string) =>
  asViewer(bureau.people.registrar, async (tx) => {
    const [row] = await tx.select().from(proposal).where(eq(proposal.id, proposalId))
    return row!
  })

const every = [
  'track',
  'meetingId',
  'sessionKind',
  'officialNo',
  'subject',
  'sponsorKind',
  'sponsors',
  'text',
] as const

describe('a document that comes in', () => {
  it('is kept as it came, read with places, and registers nothing', async () => {
    const { given, reading } = await read()
    expect(reading.file).toMatchObject({
      sha256: given.sha256,
      heldFor: 'incoming_document',
      proposalId: null,
    })
    expect(reading.whyUnread).toBeNull()
    expect(Object.keys(fieldsOf(reading)).toSorted()).toEqual([...every].toSorted())
    expect(fieldsOf(reading)).toMatchObject({
      track: 'cppcc',
      meetingId: bureau.meetingId,
      officialNo: `0${n}`,
    })
    const subject = reading.fields.find((f) => f.field === 'subject')
    expect(reading.text.slice(subject?.place?.start, subject?.place?.end)).toBe(
      '关于推进大型科研仪器开放共享的提案',
    )
  })

  it('whose text cannot be read says so, and is kept all the same', async () => {
    const { reading } = await read({ ...pastedUpload('x'), name: '提案.wps', kind: 'wps' })
    expect(reading).toMatchObject({
      text: '',
      fields: [],
      whyUnread: expect.stringContaining('.wps') as string,
    })
    expect((await readKeptFile(bureau.people.registrar, reading.fileId)).bytes.toString()).toBe('x')
  })

  it('pressed twice is read into one', async () => {
    const given = await sheet()
    const command = as(bureau.people.registrar)
    expect(await readDocument(command, given)).toEqual(await readDocument(command, given))
  })

  it('is read by a registrar alone, and seen by our office alone', async () => {
    await expect(readDocument(as(bureau.people.handler), await sheet())).rejects.toThrow(Refused)
    const { reading } = await read()
    await readReading(bureau.people.coordinator, reading.id)
    for (const viewer of [bureau.people.handler, bureau.people.finance, neighbour.people.registrar])
      await expect(readReading(viewer, reading.id)).rejects.toThrow(NotFound)
  })
})

describe('a registration from it', () => {
  it('holds the original’s hash and bytes, and each field’s place', async () => {
    const { given, reading } = await read()
    const { proposalId } = await registerProposal(as(bureau.people.registrar), asTyped(reading), {
      readingId: reading.id,
      accepted: ['subject', 'officialNo'],
    })
    expect((await rowOf(proposalId)).sourceHash).toBe(given.sha256)
    const { files, traced } = await readProvenance(bureau.people.registrar, proposalId)
    expect(files).toMatchObject([{ sha256: given.sha256, name: '提案.docx', heldFor: 'proposal_document' }])
    expect((await readKeptFile(bureau.people.director, files[0]!.id)).bytes).toEqual(given.bytes)
    expect(traced.find((t) => t.field === 'subject')?.excerpt?.place).toBe(
      '关于推进大型科研仪器开放共享的提案',
    )
    expect(await statesOf(proposalId)).toEqual({
      ...Object.fromEntries(every.map((field) => [field, 'unconfirmed'])),
      subject: 'accepted',
      officialNo: 'accepted',
    })
  })

  it('with a field the registrar wrote otherwise counts that one as corrected, ticked or not', async () => {
    const { reading } = await read()
    const typed = asTyped(reading, { subject: '关于推进科研仪器共享的提案' })
    const from = { readingId: reading.id, accepted: [...every] }
    const { proposalId } = await registerProposal(as(bureau.people.registrar), typed, from)
    expect(await statesOf(proposalId)).toEqual({
      ...Object.fromEntries(every.map((field) => [field, 'accepted'])),
      subject: 'corrected',
    })
    expect(
      (await readProvenance(bureau.people.registrar, proposalId)).traced.find((t) => t.field === 'subject')
        ?.valueRead,
    ).toBe('关于推进大型科研仪器开放共享的提案')
    await submitForTriage(as(bureau.people.registrar), { proposalId })
  })

  it('of another bureau’s reading, or of none, is absent', async () => {
    const { reading } = await read()
    const typed = registrationOf(neighbour)
    await expect(
      registerProposal(as(neighbour.people.registrar), typed, { readingId: reading.id, accepted: [] }),
    ).rejects.toThrow(NotFound)
  })

  it('cannot go to triage until a person stands for every field', async () => {
    const { reading } = await read()
    const { registrar } = bureau.people
    const { proposalId } = await registerProposal(as(registrar), asTyped(reading), {
      readingId: reading.id,
      accepted: [],
    })
    const triage = () => submitForTriage(as(registrar), { proposalId })
    await expect(triage()).rejects.toMatchObject({
      reasons: [{ code: 'PROVENANCE_CONFIRMED', message: expect.stringContaining('8 项') as string }],
    })
    expect(await confirmProvenance(as(registrar), { proposalId }, { fields: ['subject', 'text'] })).toEqual({
      left: 6,
    })
    await expect(triage()).rejects.toThrow(Refused)
    const rest = every.filter((field) => field !== 'subject' && field !== 'text')
    expect(await confirmProvenance(as(registrar), { proposalId }, { fields: rest })).toEqual({ left: 0 })
    await expect(confirmProvenance(as(registrar), { proposalId }, { fields: rest })).rejects.toThrow(Refused)
    await triage()
    expect((await rowOf(proposalId)).state).toBe('triage')
    expect(await verifyLog(bureau.bureauId, null)).toMatchObject({ faults: [] })
  })

  it('is confirmed by the registrar alone, for at least one field', async () => {
    const { reading } = await read()
    const { proposalId } = await registerProposal(as(bureau.people.registrar), asTyped(reading), {
      readingId: reading.id,
      accepted: [],
    })
    await expect(
      confirmProvenance(as(bureau.people.coordinator), { proposalId }, { fields: ['subject'] }),
    ).rejects.toThrow(Refused)
    await expect(
      confirmProvenance(as(bureau.people.registrar), { proposalId }, { fields: [] }),
    ).rejects.toThrow(/勾选/)
    await expect(
      confirmProvenance(as(neighbour.people.registrar), { proposalId }, { fields: ['subject'] }),
    ).rejects.toThrow(NotFound)
  })

  it('typed by hand has nothing to confirm', async () => {
    const { registrar } = bureau.people
    const { proposalId } = await registerProposal(as(registrar), registrationOf(bureau))
    await submitForTriage(as(registrar), { proposalId })
    expect(await readProvenance(registrar, proposalId)).toEqual({ files: [], traced: [] })
  })
})
