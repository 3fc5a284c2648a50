import { and, eq, notInArray } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { incomingRequest } from '~/db/schema/between-bureaus'
import { itemDay } from '~/db/schema/intake'
import { proposal } from '~/db/schema/proposal'
import { shanghaiDay } from '../deadlines/day'
import { registerProposal, type Registered } from '../intake/register-proposal.server'
import { hasRole, type Viewer } from '../people/viewer'
import type { Command } from '../proposal/command'
import { digestOf, firstResult, rememberResult } from '../proposal/remember-command.server'
import { numberFreeStates } from '../proposal/states'
import { Conflict, Invalid, NotFound, Refused } from '../refusals'
import { bureauOf, sendParcel } from './write-parcel.server'
import type { Parcel } from './parcel'

type Incoming = typeof incomingRequest.$inferSelect

const notARegistrar = { code: 'NOT_YOURS', message: '来件由登记员登记。', whoCanResolve: '登记员' }

function assertRegistrar(command: Command, act: string) {
  if (!hasRole(command.viewer, 'registrar')) throw new Refused(act, [notARegistrar])
}

/**
 * 登记来件: registers what another bureau asks as an item of ours, or finds the item we have of the same meeting and
 * number; the asking bureau sees its request signed for.
 * @throws Refused unless a registrar · NotFound · Conflict when it was taken, or called off, meanwhile
 */
export async function takeIncoming(command: Command, incomingId: string): Promise<Registered> {
  assertRegistrar(command, 'take_incoming')
  const row = await readIncoming(command.viewer, incomingId)
  const known = await sameItemOf(command.viewer, row)
  if (!known)
    return await registerProposal(command, registrationOf(row, command.now), undefined, (tx, made) =>
      link(tx, command, incomingId, made),
    )
  if (row.proposalId === known.proposalId) return known
  const digest = digestOf({ incomingId })
  return await asViewer(command.viewer, async (tx) => {
    const first = await firstResult(tx, command, 'take_incoming', digest)
    if (first) return first.result as Registered
    await link(tx, command, incomingId, known)
    await rememberResult(tx, command, 'take_incoming', digest, known)
    return known
  })
}

/** 不予会办, with the reason the asking bureau reads. */
export async function declineIncoming(command: Command, incomingId: string, reason: string): Promise<void> {
  assertRegistrar(command, 'decline_incoming')
  if (reason.trim() === '') throw new Invalid([{ field: 'reason', message: '请写明理由。' }])
  const digest = digestOf({ incomingId, reason })
  await asViewer(command.viewer, async (tx) => {
    if (await firstResult(tx, command, 'decline_incoming', digest)) return
    const row = await lockWaiting(tx, incomingId)
    await tx.update(incomingRequest).set({ state: 'declined', reason }).where(eq(incomingRequest.id, row.id))
    await answer(tx, command, row, { kind: 'declined', reason })
    await rememberResult(tx, command, 'decline_incoming', digest, null)
  })
}

async function readIncoming(viewer: Viewer, id: string): Promise<Incoming> {
  const [row] = await asViewer(viewer, (tx) =>
    tx.select().from(incomingRequest).where(eq(incomingRequest.id, id)),
  )
  if (!row) throw new NotFound('incoming')
  return row
}

const registrationOf = (row: Incoming, now: Date) => ({
  track: row.track, meetingId: row.meetingId, sessionKind: row.sessionKind, officialNo: row.officialNo,
  subject: row.subject, text: row.text, sponsorKind: row.sponsorKind, sponsors: row.sponsors, assigningUnitId: null,
  receivedOn: shanghaiDay(now), assignedOn: row.sentOn, isWide: false, priority: 'normal' as const,
}) // prettier-ignore

/** Often the assigning body's list brought it already. */
async function sameItemOf(viewer: Viewer, row: Incoming): Promise<Registered | null> {
  const [same] = await asViewer(viewer, (tx) =>
    tx
      .select({ proposalId: proposal.id, registerNo: proposal.registerNo })
      .from(proposal)
      .where(
        and(
          eq(proposal.meetingId, row.meetingId),
          eq(proposal.sessionKind, row.sessionKind),
          eq(proposal.officialNo, row.officialNo),
          notInArray(proposal.state, [...numberFreeStates]),
        ),
      ),
  )
  return same ?? null
}

async function link(tx: Tx, command: Command, id: string, made: Registered) {
  const row = await lockWaiting(tx, id)
  await tx
    .update(incomingRequest)
    .set({ state: 'registered', proposalId: made.proposalId })
    .where(eq(incomingRequest.id, id))
  await tx
    .insert(itemDay)
    .values({
      proposalId: made.proposalId,
      bureauId: row.bureauId,
      dueOn: row.dueOn,
      source: '会办来件要求的日期',
    })
    .onConflictDoNothing()
  await answer(tx, command, row, { kind: 'acknowledged' })
}

async function lockWaiting(tx: Tx, id: string): Promise<Incoming> {
  const [row] = await tx.select().from(incomingRequest).where(eq(incomingRequest.id, id)).for('update')
  if (!row) throw new NotFound('incoming')
  if (row.state !== 'waiting') throw new Conflict('这件来件已经有人办过，或者对方取消了。', [])
  return row
}

async function answer(tx: Tx, command: Command, row: Incoming, body: Parcel) {
  const to = await bureauOf(tx, row.unitId)
  if (to) await sendParcel(tx, { from: row.bureauId, to, requestId: row.id, body, now: command.now })
}
