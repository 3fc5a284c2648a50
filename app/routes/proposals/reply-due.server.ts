import { derivationSentence } from '~/domain/deadlines/derivation'
import { dueOf } from '~/domain/deadlines/due-of'
import { rulebookFor } from '~/domain/deadlines/read-rulebook.server'
import { isHandoverDay } from '~/domain/intake/registration'
import type { Viewer } from '~/domain/people/viewer'

export type ReplyDue = { dueOn: string; sentence: string }

/** The reply's due day as this form would have it; null while the day it is counted from is none. */
export async function replyDue(
  viewer: Viewer,
  typed: Readonly<Record<string, string[]>>,
): Promise<ReplyDue | null> {
  const assignedOn = typed['assignedOn']?.[0] ?? ''
  if (!isHandoverDay(assignedOn)) return null
  const { inForce: profile, calendar } = await rulebookFor(viewer)
  const proposal = { isWide: typed['isWide'] !== undefined }
  const due = dueOf({ profile, calendar, proposal }, 'reply', assignedOn)
  return { dueOn: due.due, sentence: derivationSentence(due.derivation) }
}
