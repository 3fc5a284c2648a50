import type { Calendar } from '~/domain/deadlines/calendar'
import { shanghaiDay } from '~/domain/deadlines/day'
import type { ProposalState } from '~/domain/proposal/states'
import type { ReplyState } from '~/domain/reply/states'
import { shortDay } from '~/ui/dates'
import { stepsOf, type Stage } from '~/ui/marks/stages'
import type { StepperStep } from '~/ui/marks/stepper'
import { daysTaken } from './days-taken'

const stageEvents: Partial<Record<string, Stage>> = {
  register: '已登记',
  submit_for_triage: '研判',
  allocate: '处室签收',
  division_accept: '办理拟稿',
  submit_for_clearance: '审核签发',
  sign: '已签发',
  issue: '已答复',
  close: '已办结',
  archive: '已归档',
}

type Life = {
  state: ProposalState
  replyState: ReplyState | null
  /** Newest first. */
  events: readonly { kind: string; at: Date }[]
}

type Passed = Omit<StepperStep, 'note'> & { note?: string }

/** The stepper: a passed stage with the day it was last reached, the current one with how long it has taken. */
export function stagesPassed({ state, replyState, events }: Life, now: Date, calendar: Calendar): Passed[] {
  const reached = new Map(
    events.toReversed().flatMap(({ kind, at }): [Stage, Date][] => {
      const stage = stageEvents[kind]
      return stage ? [[stage, at]] : []
    }),
  )
  const days = Object.fromEntries([...reached].map(([stage, at]) => [stage, shortDay(shanghaiDay(at))]))
  const isOver = state === 'closed' || state === 'archived'
  return stepsOf(state, replyState, days).map(({ label, place }): Passed => {
    const since = reached.get(label as Stage)
    // A stage left again, as after a return, has a day in the log and is yet to come.
    if (place === 'next' || !since) return { label, place }
    if (place === 'done' || isOver) return { label, place, note: shortDay(shanghaiDay(since)) }
    const taken = daysTaken(since, now, calendar)
    return { label, place, note: taken === '当天' ? '今天' : `已 ${taken}` }
  })
}
