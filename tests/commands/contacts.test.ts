import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { deadline } from '~/db/schema/proposal'
import { checkUpload } from '~/domain/files/check-upload.server'
import { readKeptFile } from '~/domain/files/read-files.server'
import { correctContact, logContact, type ContactRecord } from '~/domain/proposal/log-contact.server'
import { readContactFiles } from '~/domain/proposal/read-contact-files.server'
import { readProposal } from '~/domain/proposal/read-proposal.server'
import { Conflict, Invalid, NotFound, Refused } from '~/domain/refusals'
import { useFileStore } from '../support/file-store'
import { as, businessNow, inHandling, openBureau, realNow, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
useFileStore()
let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau()
}, 60_000)

const said: ContactRecord = {
  heldOn: '2026-03-18', channel: 'phone', phase: 'during', people: '段长风', ourPeople: '沈知白', summary: '认可答复思路',
} // prettier-ignore
const handler = () => as(bureau.people.handler)
const read = async (proposalId: string) => {
  const [row] = await asViewer(bureau.people.handler, (tx) =>
    tx.execute<{ n: string }>(sql`select register_no as n from proposal where id = ${proposalId}`),
  )
  return await readProposal(bureau.people.handler, row?.n ?? '', { now: businessNow, realNow })
}
const metOn = async (proposalId: string) => {
  const rows = await asViewer(bureau.people.handler, (tx) =>
    tx.select().from(deadline).where(eq(deadline.proposalId, proposalId)),
  )
  return rows.find((d) => d.kind === 'contact')?.metOn ?? null
}
const note = (text: string) =>
  checkUpload({ name: '座谈纪要.txt', bytes: Buffer.from(text) }, { kinds: ['txt'], most: 1_000 })

describe('a contact', () => {
  it('is corrected by a new record; the old one stays as it was', async () => {
    const proposalId = await inHandling(bureau)
    await logContact(handler(), { proposalId }, said)
    const [first] = (await read(proposalId)).contacts
    await correctContact(handler(), { proposalId }, first!.id, { ...said, summary: '要求增加试点' })
    const { contacts, correctedContacts, events } = await read(proposalId)
    expect(contacts.map((c) => [c.summary, c.correctsId])).toEqual([['要求增加试点', first!.id]])
    expect(correctedContacts.map((c) => c.summary)).toEqual(['认可答复思路'])
    expect(events[0]?.sentence).toBe('更正沟通记录（电话）')
    expect(JSON.stringify(events)).not.toContain('试点')
  })

  it('is corrected once: who comes second is told', async () => {
    const proposalId = await inHandling(bureau)
    await logContact(handler(), { proposalId }, said)
    const id = (await read(proposalId)).contacts[0]!.id
    const command = handler()
    await correctContact(command, { proposalId }, id, { ...said, people: '甲' })
    await correctContact(command, { proposalId }, id, { ...said, people: '甲' })
    await expect(
      correctContact(handler(), { proposalId }, id, { ...said, people: '乙' }),
    ).rejects.toBeInstanceOf(Conflict)
    expect((await read(proposalId)).contacts).toHaveLength(1)
  })

  it('cannot be changed or deleted, by anybody', async () => {
    const proposalId = await inHandling(bureau)
    await logContact(handler(), { proposalId }, said)
    for (const act of [sql`update contact set summary = 'x'`, sql`delete from contact`])
      await expect(asViewer(bureau.people.coordinator, (tx) => tx.execute(act))).rejects.toMatchObject({
        cause: { code: '42501' },
      })
  })

  it('of another proposal, or of nobody’s, is not found; another division corrects nothing', async () => {
    const [one, other] = [await inHandling(bureau), await inHandling(bureau)]
    await logContact(handler(), { proposalId: one }, said)
    const id = (await read(one)).contacts[0]!.id
    await expect(correctContact(handler(), { proposalId: other }, id, said)).rejects.toBeInstanceOf(NotFound)
    await expect(correctContact(handler(), { proposalId: one }, randomUUID(), said)).rejects.toBeInstanceOf(
      NotFound,
    )
    await expect(
      correctContact(as(bureau.people.other_head), { proposalId: one }, id, said),
    ).rejects.toBeInstanceOf(NotFound)
    await expect(
      correctContact(as(bureau.people.director), { proposalId: one }, id, said),
    ).rejects.toBeInstanceOf(Refused)
    const tomorrow = { ...said, heldOn: '2026-03-21' }
    await expect(correctContact(handler(), { proposalId: one }, id, tomorrow)).rejects.toBeInstanceOf(Invalid)
  })

  it('meets the clock of first contact on its first day; a correction moves that day', async () => {
    const proposalId = await inHandling(bureau)
    expect(await metOn(proposalId)).toBeNull()
    await logContact(handler(), { proposalId }, said)
    await logContact(handler(), { proposalId }, { ...said, heldOn: '2026-03-19' })
    expect(await metOn(proposalId)).toBe('2026-03-18')
    const first = (await read(proposalId)).contacts.find((c) => c.heldOn === '2026-03-18')
    await correctContact(handler(), { proposalId }, first!.id, { ...said, heldOn: '2026-03-20' })
    expect(await metOn(proposalId)).toBe('2026-03-19')
  })
})

describe('what is attached', () => {
  it('is kept with the record and goes with its correction; seen by who works on the proposal alone', async () => {
    const proposalId = await inHandling(bureau)
    await logContact(handler(), { proposalId }, said, [await note('一、意见')])
    const first = (await read(proposalId)).contacts[0]!.id
    await correctContact(handler(), { proposalId }, first, { ...said, people: '甲' }, [
      await note('二、补充'),
    ])
    const { contacts } = await read(proposalId)
    const files = await readContactFiles(bureau.people.handler, proposalId)
    expect(files.filter((f) => f.contactId === contacts[0]?.id)).toHaveLength(2)
    expect(files.filter((f) => f.contactId === first)).toHaveLength(1)
    const { bytes } = await readKeptFile(bureau.people.handler, files.find((f) => f.contactId === first)!.id)
    expect(bytes.toString()).toBe('一、意见')
    for (const who of ['other_head', 'supervisor', 'finance', 'audit_admin', 'security_admin'] as const) {
      expect(await readContactFiles(bureau.people[who], proposalId), who).toEqual([])
      await expect(readKeptFile(bureau.people[who], files[0]!.id), who).rejects.toBeInstanceOf(NotFound)
    }
  })
})
