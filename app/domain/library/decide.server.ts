import { eq, sql } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { basisDocument, pastReply } from '~/db/schema/library'
import { appendBureauEvent } from '../log/append-bureau-event.server'
import { canonicalJson } from '../log/canonical'
import type { Command } from '../proposal/command'
import { digestOf, firstResult, rememberResult } from '../proposal/remember-command.server'
import { Conflict, Invalid, NotFound } from '../refusals'
import { acceptedFields, correctedFields } from './accepted-fields'
import { assertReadsLibrary } from './bring-in.server'
import type { PublishedReply } from './reading/reading'
import { libraryStateWords, type LibraryState } from './states'

export type BasisInput = { title: string; documentNumber: string | null; issuer: string | null; issuedOn: string | null } // prettier-ignore

/**
 * A person stands for a reply's fields, as read or corrected.
 * @throws NotFound · Invalid naming the field · Conflict when somebody decided first, or the key was used with other input
 */
export async function acceptReply(command: Command, id: string, typed: Record<string, string>) {
  await decide(command, 'accept_past_reply', id, { typed }, async (tx) => {
    const [row] = await tx.select().from(pastReply).where(eq(pastReply.id, id))
    assertOpen(row)
    const { reply } = JSON.parse(row.reading) as { reply: PublishedReply }
    const { fields, problems } = acceptedFields(typed, reply)
    if (problems.length > 0) throw new Invalid(problems)
    await tx
      .update(pastReply)
      .set({
        state: 'accepted',
        fields: canonicalJson(fields),
        title: fields.title ?? fields.subject ?? row.title,
        documentNumber: fields.doc_number,
        issuer: fields.issuer,
        itemNo: fields.item_no,
        subject: fields.subject,
        letterDate: fields.letter_date,
        ...decidedBy(command),
      })
      .where(eq(pastReply.id, id))
    return { id, corrected: correctedFields(reply, fields) }
  })
}

/** @throws NotFound · Invalid without a reason · Conflict when somebody decided first */
export async function refuseReply(command: Command, id: string, reason: string) {
  await decide(command, 'refuse_past_reply', id, { reason }, async (tx) => {
    const [row] = await tx.select().from(pastReply).where(eq(pastReply.id, id))
    assertOpen(row)
    assertReason(reason)
    await tx
      .update(pastReply)
      .set({ state: 'refused', reason, ...decidedBy(command) })
      .where(eq(pastReply.id, id))
    return { id, reason }
  })
}

/** @throws NotFound · Invalid without a title · Conflict when somebody decided first */
export async function acceptBasis(command: Command, id: string, input: BasisInput) {
  await decide(command, 'accept_basis_document', id, input, async (tx) => {
    const [row] = await tx.select().from(basisDocument).where(eq(basisDocument.id, id))
    assertOpen(row)
    if (input.title.trim() === '') throw new Invalid([{ field: 'title', message: '请填写标题。' }])
    await tx
      .update(basisDocument)
      .set({ state: 'accepted', ...input, ...decidedBy(command) })
      .where(eq(basisDocument.id, id))
    return { id }
  })
}

/** @throws NotFound · Invalid without a reason · Conflict when somebody decided first */
export async function refuseBasis(command: Command, id: string, reason: string) {
  await decide(command, 'refuse_basis_document', id, { reason }, async (tx) => {
    const [row] = await tx.select().from(basisDocument).where(eq(basisDocument.id, id))
    assertOpen(row)
    assertReason(reason)
    await tx
      .update(basisDocument)
      .set({ state: 'refused', reason, ...decidedBy(command) })
      .where(eq(basisDocument.id, id))
    return { id, reason }
  })
}

/**
 * One transaction: the key, the page's own lock, the change, the event. The lock is advisory: a page that was decided is
 * no longer anybody's to lock, and the loser must still be told what became of it.
 */
async function decide(
  command: Command,
  event: string,
  id: string,
  input: unknown,
  work: (tx: Tx) => Promise<Record<string, unknown>>,
) {
  const { viewer, now, realNow } = command
  assertReadsLibrary(viewer)
  const digest = digestOf({ id, input })
  await asViewer(viewer, async (tx) => {
    if (await firstResult(tx, command, event, digest)) return
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`library page ${id}`}, 0))`)
    const details = await work(tx)
    await appendBureauEvent(tx, viewer, { kind: event, details }, { businessAt: now, recordedAt: realNow })
    await rememberResult(tx, command, event, digest, details)
  })
}

const decidedBy = ({ viewer, now }: Command) => ({ decidedBy: viewer.userId, decidedAt: now })

function assertOpen<R extends { state: LibraryState }>(row: R | undefined): asserts row is R {
  if (!row) throw new NotFound('page')
  if (row.state !== 'quarantine')
    throw new Conflict(`这份页面已经有人核对过，结果是“${libraryStateWords[row.state]}”，这次没有提交。`, [])
}

function assertReason(reason: string) {
  if (reason.trim() === '') throw new Invalid([{ field: 'reason', message: '请写明不收的理由。' }])
}
