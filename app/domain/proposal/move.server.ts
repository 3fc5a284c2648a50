import { randomUUID } from 'node:crypto'
import { asc, inArray } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { proposal } from '~/db/schema/proposal'
import { membersLed } from '../merging/members-led.server'
import { Conflict, Invalid, NotFound, Refused } from '../refusals'
import { changesSince } from './changes-since.server'
import type { Command, Target } from './command'
import { ruleOf, subjectOf, type EventName } from './events'
import type { Facts, ProposalFacts } from './facts'
import type { Outcome } from './outcome.server'
import { readFacts } from './read-facts.server'
import { recordOutcome } from './record-outcome.server'
import { currentState, inputProblems, reasonsAgainst } from './refusal'
import { digestOf, firstResult, rememberResult } from './remember-command.server'

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
  const [row, ...others] = await lockProposals(tx, event, target)
  await refuseStale(tx, event, row, expectedVersion)
  const correlation = randomUUID()
  const act = async (of: ProposalFacts) => {
    const f = await readFacts(tx, of, {
      ...command,
      reauthenticatedAt: command.reauthenticatedAt ?? null,
      input,
      replyId: target.replyId,
      requestId: target.requestId,
      isCarried: of !== row,
    })
    await judge(tx, event, f)
    const outcome = await work(tx, f)
    await recordOutcome(tx, command, event, f, outcome, correlation)
    return outcome.result
  }
  const result = await act(row)
  for (const other of others) await act(other)
  await rememberResult(tx, command, event, digest, result)
  return result
}

/** The proposal itself first, then those it acts on along with itself; all of them locked in the order of their ids. */
async function lockProposals(
  tx: Tx,
  event: EventName,
  { proposalId, withIds = [] }: Target,
): Promise<[ProposalFacts, ...ProposalFacts[]]> {
  const led = ruleOf(event).isGrouped ? await membersLed(tx, proposalId) : []
  const ids = [...new Set([proposalId, ...withIds, ...led])]
  const rows = await tx
    .select()
    .from(proposal)
    .where(inArray(proposal.id, ids))
    .orderBy(asc(proposal.id))
    .for('update')
  const own = rows.find((row) => row.id === proposalId)
  if (!own || rows.length < ids.length) throw new NotFound('proposal')
  if (led.length > 0 && (await membersLed(tx, proposalId)).join() !== led.join())
    throw new Conflict('并案的成员刚有变化，这一步没有办，请刷新看看。', [])
  return [own, ...rows.filter((row) => row !== own)]
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
  if (reasons.length > 0)
    throw new Refused(
      event,
      f.group?.isCarried
        ? reasons.map((r) => ({ ...r, message: `并案件${numberOf(f)}：${r.message}` }))
        : reasons,
    )
  const problems = inputProblems(event, f)
  if (problems.length > 0) throw new Invalid(problems)
}

const numberOf = ({ proposal: p }: Facts) => `第${p.officialNo}号`

/** What a page remembers of the thing it offers to act on: the step's state for a clearance step, else the state. */
export function standing(event: EventName, f: Facts): string {
  const step = f.reply?.steps.find((s) => s.id === f.input.stepId)
  if (step) return `${f.reply?.state} ${step.state}`
  return currentState(event, f)
}
