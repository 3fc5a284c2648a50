import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { proposal } from '~/db/schema/proposal'
import { reply } from '~/db/schema/reply'
import { tellOtherBureau } from '../between-bureaus/write-parcel.server'
import { appendEvent } from '../log/append-event.server'
import { isTold } from '../notices/told'
import { writeOutbox } from '../notices/write-outbox.server'
import type { RequestState } from '../co-handling/request-states'
import { isStaff } from '../people/viewer'
import { keepSearchable } from '../search/keep-searchable.server'
import { Conflict, Invalid, NotFound, Refused } from '../refusals'
import type { ReplyState } from '../reply/states'
import { changesSince } from './changes-since.server'
import type { Command, Target } from './command'
import { ruleOf, subjectOf, type EventName } from './events'
import type { Facts, ProposalFacts } from './facts'
import { proposalLifecycle } from './lifecycle'
import { readFacts } from './read-facts.server'
import { refreshAccess } from './refresh-access.server'
import { currentState, inputProblems, reasonsAgainst, rowNow } from './refusal'
import { digestOf, firstResult, rememberResult } from './remember-command.server'
import type { RuleRow } from './rule-row'
import type { ProposalState } from './states'

type ProposalChanges = Partial<
  Pick<
    ProposalFacts,
    | 'assignedOn'
    | 'receivedOn'
    | 'divisionId'
    | 'handlerId'
    | 'handlingRole'
    | 'leadUnitId'
    | 'returns'
    | 'isForced'
    | 'priority'
    | 'round'
    | 'retentionYears'
  >
>
type ReplyChanges = Partial<
  Pick<
    typeof reply.$inferSelect,
    'revisionN' | 'drafterId' | 'frozenN' | 'frozenHash' | 'submittedAt' | 'signedAt' | 'issuedAt'
  >
>
type RequestChanges = Partial<
  Pick<
    typeof request.$inferSelect,
    | 'acknowledgedAt'
    | 'answeredAt'
    | 'settledAt'
    | 'reason'
    | 'urgedTimes'
    | 'dueOn'
    | 'derivation'
    | 'question'
    | 'sentAt'
  >
>

/** What the work of a command came to; `move` writes it. States are not among it: the tables give them. */
export type Outcome<R> = {
  result: R
  /** Ids, hashes and short reasons for the log; never a phone, a draft or an opinion. */
  details?: Record<string, unknown>
  changes?: ProposalChanges
  replyId?: string
  replyChanges?: ReplyChanges
  requestId?: string
  requestChanges?: RequestChanges
  /** The issue of a letter carries the proposal along in the same transaction. */
  carries?: 'reply_issued' | 'opinion_issued'
}

/**
 * The one door through which state changes: lock the proposal, check key, version and guards, do the work, append the
 * event, update the projection, write the outbox, all in one transaction.
 * @throws NotFound (absent or not for this viewer) · Conflict (stale version, key used with other input) ·
 *   Refused (rules) · Invalid (input)
 */
export async function move<R>(
  command: Command,
  event: EventName,
  target: Target,
  input: Record<string, unknown>,
  work: (tx: Tx, f: Facts) => Promise<Outcome<R>>,
): Promise<R> {
  return await asViewer(command.viewer, (tx) => moveWithin(tx, command, event, target, input, work))
}

/** The door inside a transaction that makes several moves or none; each has a key of its own. */
export async function moveWithin<R>(
  tx: Tx,
  command: Command,
  event: EventName,
  target: Target,
  input: Record<string, unknown>,
  work: (tx: Tx, f: Facts) => Promise<Outcome<R>>,
): Promise<R> {
  const { expectedVersion, ...subject } = target
  const digest = digestOf({ ...subject, input })
  const first = await firstResult(tx, command, event, digest)
  if (first) return first.result as R
  const row = await lockProposal(tx, target.proposalId)
  await refuseStale(tx, event, row, expectedVersion)
  const f = await readFacts(tx, row, {
    ...command,
    reauthenticatedAt: command.reauthenticatedAt ?? null,
    input,
    replyId: target.replyId,
    requestId: target.requestId,
  })
  await judge(tx, event, f)
  const outcome = await work(tx, f)
  await record(tx, command, event, f, outcome)
  await rememberResult(tx, command, event, digest, outcome.result)
  return outcome.result
}

async function lockProposal(tx: Tx, id: string): Promise<ProposalFacts> {
  const [row] = await tx.select().from(proposal).where(eq(proposal.id, id)).for('update')
  if (!row) throw new NotFound('proposal')
  return row
}

async function refuseStale(tx: Tx, event: EventName, row: ProposalFacts, expected: number | undefined) {
  if (expected === undefined || expected === row.version || !ruleOf(event).isVersioned) return
  throw new Conflict(
    '您打开页面以后，这件建议提案有了变化，这一步没有办。请看看变化再决定。',
    await changesSince(tx, row.id, expected),
  )
}

/** A step decided since the page was drawn is a lost race; everything else the tables refuse is a refusal. */
async function judge(tx: Tx, event: EventName, f: Facts) {
  const subject = subjectOf(event)
  if (subject === 'request' && !ruleOf(event).from.includes('none') && !f.request)
    throw new NotFound('request')
  if (subject === 'reply' && !ruleOf(event).from.includes('none') && !f.reply) throw new NotFound('reply')
  const reasons = reasonsAgainst(event, f)
  const shown = f.input.shownState
  if (reasons.length > 0 && typeof shown === 'string' && shown !== standing(event, f))
    throw new Conflict('您打开页面以后，已经有人办了这一步。', await changesSince(tx, f.proposal.id, null))
  if (reasons.length > 0) throw new Refused(event, reasons)
  const problems = inputProblems(event, f)
  if (problems.length > 0) throw new Invalid(problems)
}

/** What a page remembers of the thing it offers to act on: the step's state for a clearance step, else the state. */
export function standing(event: EventName, f: Facts): string {
  const step = f.reply?.steps.find((s) => s.id === f.input.stepId)
  if (step) return `${f.reply?.state} ${step.state}`
  return currentState(event, f)
}

async function record<R>(tx: Tx, command: Command, event: EventName, f: Facts, outcome: Outcome<R>) {
  const row = rowNow(event, f)
  const subject = subjectOf(event)
  const proposalState =
    subject === 'proposal'
      ? (nextState(row, f) as ProposalState | undefined)
      : outcome.carries
        ? proposalLifecycle[outcome.carries].to
        : undefined
  const changes = { ...outcome.changes, ...(proposalState ? { state: proposalState } : {}) }
  const replyId = outcome.replyId ?? (subject === 'reply' ? f.reply?.id : undefined)
  const replyState = subject === 'reply' ? (nextState(row, f) as ReplyState | undefined) : undefined
  const requestId = outcome.requestId ?? (subject === 'request' ? f.request?.id : undefined)
  const requestState = subject === 'request' ? (nextState(row, f) as RequestState | undefined) : undefined
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
      correlation: randomUUID(),
      changes,
      ...(replyId
        ? {
            replyChanges: {
              replyId,
              ...loggedReply(outcome.replyChanges),
              ...(replyState ? { state: replyState } : {}),
            },
          }
        : {}),
      details: {
        ...outcome.details,
        ...(requestId ? { requestId, requestState: requestState ?? null } : {}),
      },
    },
    { businessAt: command.now, recordedAt: command.realNow },
  )
  await tx
    .update(proposal)
    .set({ ...changes, sequence, version, headHash })
    .where(eq(proposal.id, f.proposal.id))
  if (replyId)
    await setReply(tx, replyId, { ...outcome.replyChanges, ...(replyState ? { state: replyState } : {}) })
  if (requestId)
    await setRequest(tx, requestId, {
      ...outcome.requestChanges,
      ...(requestState ? { state: requestState } : {}),
    })
  if (isStaff(command.viewer)) {
    await refreshAccess(tx, { ...f.proposal, ...changes })
    await keepSearchable(tx, f.proposal.id)
  }
  await tellOtherBureau(tx, command, event, f, {
    requestId,
    carries: outcome.carries,
    details: outcome.details ?? {},
  })
  if (isTold(event))
    await writeOutbox(tx, {
      bureauId: f.proposal.bureauId,
      proposalId: f.proposal.id,
      topic: event,
      payload: { actor: command.viewer.userId, requestId: requestId ?? null, replyId: replyId ?? null },
      writtenAt: command.now,
    })
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
