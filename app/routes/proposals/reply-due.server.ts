import { derivationSentence } from '~/domain/deadlines/derivation'
import { dueOf, startOf } from '~/domain/deadlines/due-of'
import { rulesForNew } from '~/domain/deadlines/read-rulebook.server'
import { isHandoverDay } from '~/domain/intake/registration'
import type { Viewer } from '~/domain/people/viewer'
import { priorities, sessionKinds, sponsorKinds, tracks } from '~/domain/proposal/words-of-the-trade'

export type ReplyDue = { dueOn: string; sentence: string }

/** The reply's due day as this form would have it; null while its track or the day it is counted from is not known. */
export async function replyDue(
  viewer: Viewer,
  typed: Readonly<Record<string, string[]>>,
): Promise<ReplyDue | null> {
  const of = <T extends string>(name: string, known: readonly T[]) =>
    known.find((word) => word === typed[name]?.[0])
  const assignedOn = typed['assignedOn']?.[0] ?? ''
  const track = of('track', tracks)
  if (!track || !isHandoverDay(assignedOn)) return null
  const rules = await rulesForNew(viewer, {
    track,
    assignedOn,
    meetingId: typed['meetingId']?.[0] ?? '',
    sessionKind: of('sessionKind', sessionKinds),
    sponsorKind: of('sponsorKind', sponsorKinds),
    priority: of('priority', priorities),
  })
  const proposal = { isWide: typed['isWide'] !== undefined }
  const receivedOn = typed['receivedOn']?.[0] ?? ''
  const received = isHandoverDay(receivedOn) ? receivedOn : assignedOn
  const start = startOf(rules, 'reply', { assigned: assignedOn, received }, assignedOn)
  const due = dueOf({ ...rules, proposal }, 'reply', start)
  return { dueOn: due.due, sentence: derivationSentence(due.derivation) }
}
