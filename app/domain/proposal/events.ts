import { requestLifecycle } from '../co-handling/request-lifecycle'
import { objectionLifecycle } from '../objection/objection-lifecycle'
import { replyLifecycle } from '../reply/lifecycle'
import { proposalLifecycle } from './lifecycle'
import type { RuleRow } from './rule-row'
import { workBeside } from './work-beside'

/** Whose state an event moves. */
export type Subject = 'proposal' | 'reply' | 'request' | 'objection'

export const tables = {
  proposal: proposalLifecycle,
  beside: workBeside,
  reply: replyLifecycle,
  request: requestLifecycle,
  objection: objectionLifecycle,
}

const everyRow = {
  ...proposalLifecycle,
  ...workBeside,
  ...replyLifecycle,
  ...requestLifecycle,
  ...objectionLifecycle,
}

export type EventName = keyof typeof everyRow

export const eventNames = Object.keys(everyRow).filter((name): name is EventName => name in everyRow)

/** The rule of an event, whichever table it stands in. */
export const ruleOf = (event: EventName): RuleRow<string> => everyRow[event]

export function subjectOf(event: EventName): Subject {
  if (event in replyLifecycle) return 'reply'
  if (event in requestLifecycle) return 'request'
  if (event in objectionLifecycle) return 'objection'
  return 'proposal'
}
