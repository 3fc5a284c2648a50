import { renderReplyLetter } from '~/documents/reply-letter/render-reply-letter'
import { meetingPhrase } from '../deadlines/meeting-words'
import type { Viewer } from '../people/viewer'
import { readProposal, type Moment } from '../proposal/read-proposal.server'
import { NotFound } from '../refusals'
import { composeUrgingSheet } from './compose-urging-sheet'
import { readUrgings } from './read-urgings.server'

/** 催办单 of one urging, to be printed. @throws NotFound when it is absent or not for this viewer */
export async function renderUrgingSheet(
  viewer: Viewer,
  registerNo: string,
  urgingId: string,
  moment: Moment,
): Promise<{ bytes: Uint8Array; n: number }> {
  const { facts, meeting, divisions, people, deadlines } = await readProposal(viewer, registerNo, moment)
  const { proposal: p, bureau } = facts
  const urging = (await readUrgings(viewer, p.id)).find((u) => u.id === urgingId)
  if (!urging) throw new NotFound('urging')
  const due = deadlines.find((d) => d.round === p.round && d.kind === (p.round > 1 ? 'rework' : 'reply'))
  const own = divisions.find((d) => d.id === p.divisionId)?.name ?? ''
  const handler = people.find((u) => u.id === p.handlerId)?.name
  const sheet = composeUrgingSheet({
    bureau: bureau.name,
    item: {
      meeting: meeting ? meetingPhrase({ placePrefix: meeting.region, track: p.track, term: meeting.term, session: meeting.session }) : '',
      officialNo: p.officialNo, track: p.track, subject: p.subject, registerNo: p.registerNo,
    },
    addressee: urging.requestId ? (urging.unit ?? urging.division ?? '') : own,
    isRequest: urging.requestId !== null,
    dueOn: urging.requestId ? urging.dueOn : (due?.dueOn ?? null),
    n: urging.n,
    reason: urging.reason,
    urgedAt: urging.urgedAt,
    contact: handler ? `承办：${own}${handler}` : `联系：${own}`,
  }) // prettier-ignore
  return { bytes: await renderReplyLetter(sheet), n: urging.n }
}
