import type { Problem, Refusal } from '../refusals'
import { isPastUse } from '../co-handling/past-use'
import { ruleOf, subjectOf, type EventName } from './events'
import type { Facts } from './facts'
import { guardOf, type GuardName } from './guards'
import { isEntitled } from './relations'
import type { RuleRow } from './rule-row'
import { whoCan } from './who-can-help'

/** The state the event would move, or 'none' where the thing does not exist yet. */
export function currentState(event: EventName, f: Facts): string {
  const subject = subjectOf(event)
  if (subject === 'proposal') return event === 'register' ? 'none' : f.proposal.state
  const isBirth = ruleOf(event).from.includes('none')
  if (subject === 'reply') return isBirth ? 'none' : (f.reply?.state ?? 'none')
  if (subject === 'objection') return isBirth ? 'none' : (f.objection?.state ?? 'none')
  return isBirth ? 'none' : (f.request?.state ?? 'none')
}

/** The guards that hold for this proposal: assist has its own list where it differs. */
export const guardsFor = (row: RuleRow<string>, f: Facts): readonly GuardName[] =>
  f.proposal.handlingRole === 'assist' && row.assist?.guards ? row.assist.guards : row.guards

/** The row of an event as it stands for this proposal now: an answer past its use has its own from and to. */
export function rowNow(event: EventName, f: Facts): RuleRow<string> {
  const row = ruleOf(event)
  return row.late && f.request && isPastUse(f.request, f.signedRounds) ? { ...row, ...row.late } : row
}

const standsWrong = (event: EventName, f: Facts): Refusal => ({
  code: 'WRONG_STATE',
  message: '现在的状态不能这样办，可能刚有人办过，请刷新看看。',
  whoCanResolve: whoCan(ruleOf(event).who, f),
})

const notYours = (event: EventName, f: Facts): Refusal => ({
  code: 'NOT_YOURS',
  message: '这一步不由您办理。',
  whoCanResolve: whoCan(ruleOf(event).who, f),
})

/**
 * Every reason why this viewer cannot do this now; empty when he can. The page shows it beside the disabled button,
 * the command throws it. What the form must bring is not asked here: see inputProblems.
 */
export function reasonsAgainst(event: EventName, f: Facts): Refusal[] {
  const row = rowNow(event, f)
  if (!isEntitled(row.who, f)) return [notYours(event, f)]
  const roleFits =
    !row.roles || (f.proposal.handlingRole !== null && row.roles.includes(f.proposal.handlingRole))
  if (!roleFits || !row.from.includes(currentState(event, f))) return [standsWrong(event, f)]
  return guardsFor(row, f).flatMap((name) => {
    const guard = guardOf(name)
    const reason = typeof guard === 'function' ? guard(f) : null
    return reason ? [reason] : []
  })
}

export const isAllowed = (event: EventName, f: Facts) => reasonsAgainst(event, f).length === 0

/** What the form still lacks, field by field. */
export function inputProblems(event: EventName, f: Facts): Problem[] {
  return guardsFor(ruleOf(event), f).flatMap((name) => {
    const guard = guardOf(name)
    const problem = typeof guard === 'function' ? null : guard.input(f)
    return problem ? [problem] : []
  })
}
