import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { contactFile } from '~/db/schema/contacts'
import { contact, deadline } from '~/db/schema/proposal'
import { shanghaiDay } from '../deadlines/day'
import type { Upload } from '../files/check-upload.server'
import { keepFile } from '../files/keep-file.server'
import { Conflict, Invalid, NotFound } from '../refusals'
import type { Command, Target } from './command'
import { contactingOf, counts, type LoggedContact } from './contacting'
import type { Facts } from './facts'
import { move } from './move.server'
import { contactChannelWords } from './words'
import type { ContactChannel, ContactPhase } from './words-of-the-trade'

export type ContactRecord = {
  heldOn: string
  channel: ContactChannel
  phase: ContactPhase
  people: string
  ourPeople?: string
  summary: string
}

const withFiles = (input: object, files: readonly Upload[]) => ({
  ...input,
  files: files.map((f) => f.sha256),
})

/** 登记沟通. The log keeps when and how, never what was said. @throws Invalid for a day to come */
export const logContact = (
  command: Command,
  target: Target,
  input: ContactRecord,
  files: readonly Upload[] = [],
) =>
  move(command, 'log_contact', target, withFiles(input, files), async (tx, f) => {
    const id = await writeContact(tx, command, f, input, null)
    await keepFiles(tx, command, f, id, files)
    await settleClock(tx, f, [...f.contacts, input])
    return { result: null, details: detailsOf(id, input) }
  })

/**
 * 更正: a new record in place of the old one, which stays as it was, with its files.
 * @throws NotFound for no such record · Conflict when it was corrected meanwhile · Invalid for a day to come
 */
export const correctContact = (
  command: Command,
  target: Target,
  correctsId: string,
  input: ContactRecord,
  files: readonly Upload[] = [],
) =>
  move(command, 'correct_contact', target, withFiles({ ...input, correctsId }, files), async (tx, f) => {
    const rows = await tx.select().from(contact).where(eq(contact.proposalId, f.proposal.id))
    const corrected = rows.find((r) => r.id === correctsId)
    if (!corrected) throw new NotFound('contact')
    if (rows.some((r) => r.correctsId === correctsId))
      throw new Conflict(
        '您打开页面以后，这条沟通记录已经更正过了，这次没有保存。请看更正后的记录再决定。',
        [],
      )
    const id = await writeContact(tx, command, f, input, correctsId)
    const kept = await tx.select().from(contactFile).where(eq(contactFile.contactId, correctsId))
    if (kept.length > 0) await tx.insert(contactFile).values(kept.map((k) => ({ ...k, contactId: id })))
    await keepFiles(tx, command, f, id, files)
    const replaced = new Set([correctsId, ...rows.flatMap((r) => r.correctsId ?? [])])
    await settleClock(tx, f, [...rows.filter((r) => !replaced.has(r.id)), input], corrected.heldOn)
    return { result: null, details: { ...detailsOf(id, input), correctsId } }
  })

const detailsOf = (contactId: string, { channel, heldOn }: ContactRecord) => ({
  contactId,
  channel: contactChannelWords[channel],
  heldOn,
})

async function writeContact(
  tx: Tx,
  command: Command,
  f: Facts,
  input: ContactRecord,
  correctsId: string | null,
) {
  if (input.heldOn > shanghaiDay(command.now))
    throw new Invalid([{ field: 'heldOn', message: '沟通日期不能晚于今天。' }])
  const id = randomUUID()
  await tx.insert(contact).values({
    ...input, id, correctsId, proposalId: f.proposal.id, bureauId: f.proposal.bureauId,
    loggedBy: command.viewer.userId ?? '', loggedAt: command.now,
  }) // prettier-ignore
  return id
}

async function keepFiles(tx: Tx, command: Command, f: Facts, contactId: string, files: readonly Upload[]) {
  const { id: proposalId, bureauId } = f.proposal
  for (const file of files) {
    const { fileId } = await keepFile(
      tx,
      command.viewer,
      file,
      { heldFor: 'contact', proposalId },
      command.now,
    )
    await tx.insert(contactFile).values({ contactId, fileId, proposalId, bureauId })
  }
}

type Dated = Pick<LoggedContact, 'channel' | 'heldOn'>

/** The round's duty of contact is met on the first day that counts; correcting that record moves it, or opens it again. */
async function settleClock(tx: Tx, f: Facts, contacts: readonly Dated[], corrected: string | null = null) {
  const clock = f.deadlines.find((d) => d.kind === 'contact' && d.round === f.proposal.round)
  if (!clock) return
  const rule = contactingOf(f.profile)
  const days = contacts
    .filter((c) => counts(rule, c) && (clock.round === 1 || c.heldOn >= clock.startOn))
    .map((c) => c.heldOn)
  if (clock.metOn !== null && clock.metOn !== corrected) days.push(clock.metOn)
  const metOn = days.toSorted()[0] ?? null
  if (metOn !== clock.metOn) await tx.update(deadline).set({ metOn }).where(eq(deadline.id, clock.id))
}
