import { derivationSentence } from '~/domain/deadlines/derivation'
import { dueOf } from '~/domain/deadlines/due-of'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import { isHandoverDay } from '~/domain/intake/registration'

export type ReplyDue = { dueOn: string; sentence: string }

/** The reply's due day as this form would have it; null while the day it is counted from is none. */
export function replyDue(typed: Readonly<Record<string, string[]>>): ReplyDue | null {
  const assignedOn = typed['assignedOn']?.[0] ?? ''
  if (!isHandoverDay(assignedOn)) return null
  const due = dueOf(statutoryDefault, 'reply', { isWide: typed['isWide'] !== undefined }, assignedOn)
  return { dueOn: due.due, sentence: derivationSentence(due.derivation) }
}
