import type { Day } from './day'
import type { DeadlineKind } from './deadline-words'
import type { Rules } from './rulebook'
import { timeLeft, workingDaysLate } from './time-left'
import { workingDaysBetween } from './working-days'

/** 催办阶梯: remind who must act → tell his leader → tell 督查. */
export const chaseSteps = ['remind', 'escalate', 'supervise'] as const
export type ChaseStep = (typeof chaseSteps)[number]

/** What somebody still owes. A due day that is set anew begins the ladder anew: it is part of the subject. */
export type OpenWork =
  | { of: 'request'; id: string; dueOn: Day }
  | { of: 'reply' | 'rework'; id: string; dueOn: Day }
  | { of: 'receipt'; id: string; dueOn: Day }
  | { of: 'clearance_step'; id: string; openedOn: Day }

export type ChaseDue = { subject: string; step: ChaseStep }

/** Working days after the due day on which 督查 is told. */
export const superviseAfter = 5

/** A step of the clearance has no due day of its own: working days it may wait. */
export const clearancePatience: Record<ChaseStep, number> = { remind: 2, escalate: 4, supervise: 8 }

/** A delegate owes the bureau nothing: his receipt is asked for once, then the coordinator is told it is missing. */
const laddersOf = {
  request: chaseSteps,
  reply: chaseSteps,
  rework: chaseSteps,
  receipt: ['remind', 'escalate'],
  clearance_step: chaseSteps,
} as const satisfies Record<OpenWork['of'], readonly ChaseStep[]>

const deadlineOf = { request: 'opinion', reply: 'reply', rework: 'rework', receipt: 'receipt' } as const satisfies Record<
  Exclude<OpenWork['of'], 'clearance_step'>,
  DeadlineKind
> // prettier-ignore

/** The same for the same duty on every night: what was sent under it is never sent again. */
export const subjectOf = (work: OpenWork): string =>
  `${work.of}:${work.id}:${'dueOn' in work ? work.dueOn : work.openedOn}`

/**
 * Every step whose day has come, however long ago: computed from what is open and nothing else, so that a night
 * missed is made up by the next. Later nights only add to it.
 */
export function chaseDue(work: OpenWork, today: Day, rules: Rules): ChaseDue[] {
  const subject = subjectOf(work)
  return laddersOf[work.of]
    .filter((step) => hasCome(step, work, today, rules))
    .map((step) => ({ subject, step }))
}

function hasCome(step: ChaseStep, work: OpenWork, today: Day, { profile, calendar }: Rules): boolean {
  if (!('dueOn' in work)) return workingDaysBetween(work.openedOn, today, calendar) >= clearancePatience[step]
  const { unit, soonThreshold } = profile.deadlines[deadlineOf[work.of]]
  if (step === 'remind') return timeLeft(work.dueOn, today, unit, calendar, soonThreshold).kind !== 'ok'
  if (step === 'escalate') return today > work.dueOn
  return workingDaysLate(work.dueOn, today, calendar) >= superviseAfter
}
