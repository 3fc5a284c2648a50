import { renderTransferSheets } from '~/documents/transfer-sheet/render-transfer-sheet'
import { basisWords } from '../deadlines/basis-words'
import { shanghaiDay } from '../deadlines/day'
import { kindWords } from '../deadlines/deadline-words'
import { meetingPhrase } from '../deadlines/meeting-words'
import type { Viewer } from '../people/viewer'
import { readProposal, type Moment, type ProposalRead } from '../proposal/read-proposal.server'
import { handlingRoleWords, trackWords } from '../proposal/words'
import { NotFound, Refused } from '../refusals'
import type { TransferSheet } from './transfer-sheet'

/** So many sheets in one file: a batch of the day, not the archive. */
export const mostSheets = 200

const notAllocated = {
  code: 'NOT_ALLOCATED',
  message: '还没有分办到处室，没有转办单可打。',
  whoCanResolve: '综合处',
}

/** Why this item has no 转办单 yet; null when it has one. */
export const whyNoSheet = (read: Pick<ProposalRead, 'facts'>) =>
  read.facts.proposal.divisionId && read.facts.proposal.handlingRole ? null : notAllocated

/**
 * 转办单 of these items as one .docx, in the order given.
 * @throws NotFound when one is absent or not the viewer's · Refused where one is not allocated
 */
export async function transferSheets(
  viewer: Viewer,
  registerNos: readonly string[],
  moment: Moment,
): Promise<Uint8Array> {
  if (registerNos.length === 0 || registerNos.length > mostSheets) throw new NotFound('transfer sheet')
  const sheets: TransferSheet[] = []
  for (const registerNo of registerNos) {
    const read = await readProposal(viewer, registerNo, moment)
    const why = whyNoSheet(read)
    if (why) throw new Refused('transfer_sheet', [why])
    sheets.push(sheetOf(read, viewer.name, moment.now))
  }
  return await renderTransferSheets(sheets)
}

function sheetOf(read: ProposalRead, preparedBy: string, now: Date): TransferSheet {
  const { proposal: p, bureau, asks } = read.facts
  const { meeting } = read
  const unitName = (id: string | null) => read.units.find((u) => u.id === id)?.fullName ?? ''
  const division = read.divisions.find((d) => d.id === p.divisionId)?.name ?? ''
  const role = p.handlingRole ? handlingRoleWords[p.handlingRole] : ''
  const asked = read.requests.filter((r) => r.round === p.round && r.state !== 'cancelled')
  const dues = read.deadlines.filter((d) => d.round === p.round && d.metOn === null)
  const place = meeting
    ? meetingPhrase({ placePrefix: meeting.region, track: p.track, term: meeting.term, session: meeting.session })
    : ''
  return {
    bureau: bureau.name,
    registerNo: p.registerNo,
    item: `${place}第${p.officialNo}号${trackWords[p.track]}${p.sessionKind === 'off_session' ? '（闭会）' : ''}`,
    subject: p.subject,
    sponsors: read.sponsors.map((s) => s.name).join('、'),
    assignedBy: unitName(p.assigningUnitId),
    assignedOn: p.assignedOn,
    receivedOn: p.receivedOn,
    isKey: p.priority === 'key',
    role,
    division,
    others:
      p.handlingRole === 'assist'
        ? { label: '主办单位', names: unitName(p.leadUnitId) }
        : { label: '会办单位', names: asked.map((r) => unitName(r.unitId)).filter(Boolean).join('、') },
    dues: dues.map((d) => ({
      name: kindWords[d.kind as keyof typeof kindWords] ?? d.kind,
      day: d.dueOn,
      basis: basisWords(d.derivation),
    })),
    asks: asks.map((a) => a.text),
    proposed: `拟请${division}承办，本局为${role}。`,
    preparedBy,
    printedOn: shanghaiDay(now),
  }
} // prettier-ignore
