import { randomUUID } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { incomingRequest, parcel } from '~/db/schema/between-bureaus'
import { wakeJob } from '~/db/wake-job.server'
import { request } from '~/db/schema/co-handling'
import { delegate } from '~/db/schema/people'
import { sponsor } from '~/db/schema/proposal'
import { shanghaiDay } from '../deadlines/day'
import { bodyParagraphs } from '../drafting/rich-text'
import { isStaff } from '../people/viewer'
import type { Command } from '../proposal/command'
import type { EventName } from '../proposal/events'
import type { Facts } from '../proposal/facts'
import { signOffOf } from '../reply/compose-letter'
import { tellsAsked, tellsAsking, type Parcel } from './parcel'

type Told = { requestId: string | undefined; carries: string | undefined; details: Record<string, unknown> }

/** Tells the bureau at the other end of a request, where it lives in this house; in the command's own transaction. */
export async function tellOtherBureau(tx: Tx, command: Command, event: EventName, f: Facts, told: Told) {
  if (event in tellsAsked && told.requestId)
    await tellAsked(tx, command, event as keyof typeof tellsAsked, f, told)
  if (told.carries === 'opinion_issued') await tellAsking(tx, command, f, answerOf(f, told.details))
  if (event in tellsAsking)
    await tellAsking(tx, command, f, { kind: 'declined', reason: reasonOf(told.details) })
}

async function tellAsked(
  tx: Tx,
  command: Command,
  event: keyof typeof tellsAsked,
  f: Facts,
  { requestId = '', details }: Told,
) {
  const [asked] = await tx.select().from(request).where(eq(request.id, requestId))
  const to = asked?.unitId ? await bureauOf(tx, asked.unitId) : null
  if (!asked || !to) return
  const kind = tellsAsked[event]
  const body: Parcel = kind === 'asked' ? await askOf(tx, f, asked) : { kind, reason: reasonOf(details) }
  await write(tx, command, f, { to, requestId, body })
}

async function askOf(tx: Tx, f: Facts, asked: typeof request.$inferSelect): Promise<Parcel> {
  const { track, meetingId, sessionKind, officialNo, subject, text, sponsorKind, id } = f.proposal
  const sponsors = await tx
    .select({ name: delegate.name })
    .from(sponsor)
    .innerJoin(delegate, eq(delegate.id, sponsor.delegateId))
    .where(eq(sponsor.proposalId, id))
    .orderBy(asc(sponsor.position))
  const { question, contactName, contactPhone, dueOn, sentAt } = asked
  return {
    kind: 'asked', track, meetingId, sessionKind, officialNo, subject, text, sponsorKind,
    sponsors: sponsors.map((s) => s.name), question, contactName, contactPhone, sentOn: shanghaiDay(sentAt), dueOn,
  } // prettier-ignore
}

/** The opinion as the letter says it: the issued text, with its number. */
function answerOf(f: Facts, details: Record<string, unknown>): Parcel {
  const frozen = f.reply?.frozen
  if (!frozen) throw new Error('an opinion is issued from a frozen revision')
  return {
    kind: 'answered',
    text: bodyParagraphs(frozen.doc, signOffOf(f, f.reply?.signature ?? null))
      .map((p) => p.text)
      .join('\n'),
    docNo: typeof details['docNo'] === 'string' ? details['docNo'] : '',
    contactName: frozen.fields.contact,
  }
}

const reasonOf = (details: Record<string, unknown>) =>
  typeof details['reason'] === 'string' ? details['reason'] : '对方已不再办理这一件'

/** Only what we registered for another bureau has somebody to tell. */
async function tellAsking(tx: Tx, command: Command, f: Facts, body: Parcel) {
  if (!isStaff(command.viewer)) return
  const rows = await tx.select().from(incomingRequest).where(eq(incomingRequest.proposalId, f.proposal.id))
  for (const row of rows.filter((r) => r.state === 'registered' || r.state === 'returned')) {
    const to = await bureauOf(tx, row.unitId)
    if (!to) continue
    await tx
      .update(incomingRequest)
      .set({ state: body.kind === 'answered' ? 'answered' : 'declined' })
      .where(eq(incomingRequest.id, row.id))
    await write(tx, command, f, { to, requestId: row.id, body })
  }
}

/** The bureau that a unit of ours is, where both sides say so; null for every other unit. */
export async function bureauOf(tx: Tx, unitId: string): Promise<string | null> {
  const [row] = await tx.execute<{ bureau: string | null }>(
    sql`select fuhan_bureau_of_unit(${unitId}::uuid) as bureau`,
  )
  return row?.bureau ?? null
}

type Addressed = { to: string; requestId: string; body: Parcel }

const write = (tx: Tx, command: Command, f: Facts, { to, requestId, body }: Addressed) =>
  sendParcel(tx, { from: f.proposal.bureauId, to, requestId, body, now: command.now })

/** Written with a job that carries it: rolled back together. */
export async function sendParcel(tx: Tx, given: Addressed & { from: string; now: Date }) {
  const { from, to, requestId, body, now } = given
  await tx.insert(parcel).values({
    id: randomUUID(), fromBureauId: from, toBureauId: to, requestId, kind: body.kind, body, writtenAt: now,
  }) // prettier-ignore
  await wakeJob(tx, 'between_bureaus')
}
