import { eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { objection } from '~/db/schema/objection'
import { proposal } from '~/db/schema/proposal'
import { reply } from '~/db/schema/reply'
import type { RequestState } from '../co-handling/request-states'
import { tellOtherBureau } from '../between-bureaus/write-parcel.server'
import { appendEvent } from '../log/append-event.server'
import { isTold } from '../notices/told'
import { writeOutbox } from '../notices/write-outbox.server'
import type { ObjectionState } from '../objection/states'
import { isStaff } from '../people/viewer'
import { keepSearchable } from '../search/keep-searchable.server'
import type { ReplyState } from '../reply/states'
import type { Command } from './command'
import { subjectOf, type EventName } from './events'
import type { Facts, ProposalFacts } from './facts'
import { proposalLifecycle } from './lifecycle'
import type { Doing, ObjectionChanges, Outcome, ReplyChanges, RequestChanges } from './outcome.server'
import { rowNow } from './refusal'
import { refreshAccess } from './refresh-access.server'
import type { RuleRow } from './rule-row'
import type { ProposalState } from './states'

/** Writes what a command did to one proposal: what it brings about first, then itself. Only `move` calls it. */
export async function recordOutcome<R>(
  tx: Tx,
  command: Command,
  event: EventName,
  f: Facts,
  outcome: Outcome<R>,
  correlation: string,
) {
  let head = f.proposal
  for (const carried of outcome.first ?? [])
    head = await record(tx, command, carried.event, { ...f, proposal: head }, carried, correlation)
  head = await record(tx, command, event, { ...f, proposal: head }, outcome, correlation)
  if (!isStaff(command.viewer)) return
  await refreshAccess(tx, head)
  await keepSearchable(tx, head.id)
}

type Recorded = Doing & Pick<Outcome<unknown>, 'carries'>

async function record(
  tx: Tx,
  command: Command,
  event: EventName,
  f: Facts,
  doing: Recorded,
  correlation: string,
): Promise<ProposalFacts> {
  const row = rowNow(event, f)
  const subject = subjectOf(event)
  const next = nextState(row, f)
  const proposalState =
    subject === 'proposal'
      ? (next as ProposalState | undefined)
      : doing.carries
        ? proposalLifecycle[doing.carries].to
        : undefined
  const changes = { ...doing.changes, ...(proposalState ? { state: proposalState } : {}) }
  const replyId = doing.replyId ?? (subject === 'reply' ? f.reply?.id : undefined)
  const replyState = subject === 'reply' ? (next as ReplyState | undefined) : undefined
  const requestId = doing.requestId ?? (subject === 'request' ? f.request?.id : undefined)
  const requestState = subject === 'request' ? (next as RequestState | undefined) : undefined
  const objectionId = doing.objectionId ?? (subject === 'objection' ? f.objection?.id : undefined)
  const objectionState = subject === 'objection' ? (next as ObjectionState | undefined) : undefined
  const sequence = f.proposal.sequence + 1
  const version = f.proposal.version + (row.isVersioned ? 1 : 0)
  const headHash = await appendEvent(
    tx,
    command.viewer,
    {
      kind: event,
      proposalId: f.proposal.id,
      sequence,
      version,
      previousHash: f.proposal.headHash,
      correlation,
      changes,
      ...(replyId
        ? {
            replyChanges: {
              replyId,
              ...loggedReply(doing.replyChanges),
              ...(replyState ? { state: replyState } : {}),
            },
          }
        : {}),
      details: {
        ...doing.details,
        ...(requestId ? { requestId, requestState: requestState ?? null } : {}),
        ...(objectionId ? { objectionId, objectionState: objectionState ?? null } : {}),
      },
    },
    { businessAt: command.now, recordedAt: command.realNow },
  )
  await tx
    .update(proposal)
    .set({
      ...changes,
      ...(doing.text === undefined ? {} : { text: doing.text }),
      sequence,
      version,
      headHash,
    })
    .where(eq(proposal.id, f.proposal.id))
  if (replyId)
    await setReply(tx, replyId, { ...doing.replyChanges, ...(replyState ? { state: replyState } : {}) })
  if (requestId)
    await setRequest(tx, requestId, {
      ...doing.requestChanges,
      ...(requestState ? { state: requestState } : {}),
    })
  if (objectionId)
    await setObjection(tx, objectionId, {
      ...doing.objectionChanges,
      ...(objectionState ? { state: objectionState } : {}),
    })
  await tellOtherBureau(tx, command, event, f, {
    requestId,
    carries: doing.carries,
    details: doing.details ?? {},
  })
  if (isTold(event))
    await writeOutbox(tx, {
      bureauId: f.proposal.bureauId,
      proposalId: f.proposal.id,
      topic: event,
      payload: { actor: command.viewer.userId, requestId: requestId ?? null, replyId: replyId ?? null },
      writtenAt: command.now,
    })
  return { ...f.proposal, ...changes, sequence, version, headHash }
}

function nextState(row: RuleRow<string>, f: Facts): string | undefined {
  const to = f.proposal.handlingRole === 'assist' && row.assist?.to ? row.assist.to : row.to
  return to === 'same' ? undefined : to
}

/** Instants in the log are text; hashes and numbers stand as they are. */
const loggedReply = (changes: ReplyChanges | undefined) =>
  Object.fromEntries(
    Object.entries(changes ?? {}).map(([k, v]) => [k, v instanceof Date ? v.toISOString() : v]),
  )

async function setReply(tx: Tx, id: string, values: ReplyChanges & { state?: ReplyState }) {
  if (Object.keys(values).length > 0) await tx.update(reply).set(values).where(eq(reply.id, id))
}

async function setRequest(tx: Tx, id: string, values: RequestChanges & { state?: RequestState }) {
  if (Object.keys(values).length > 0) await tx.update(request).set(values).where(eq(request.id, id))
}

async function setObjection(tx: Tx, id: string, values: ObjectionChanges & { state?: ObjectionState }) {
  if (Object.keys(values).length > 0) await tx.update(objection).set(values).where(eq(objection.id, id))
}
