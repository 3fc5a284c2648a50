import { isAnsweredElsewhere } from '../../taking-over/answered-elsewhere'
import type { Facts } from '../facts'
import { namesOf } from '../who-can-help'
import { no, handler, text, type FactGuard, type InputGuard } from './answers'

/** The receipt of the delegate's own letter, or the one the clerk names. */
const isMeant = (f: Facts, r: Facts['receipts'][number]) =>
  (f.viewer.letterId === null || r.letterId === f.viewer.letterId) &&
  (f.input.receiptId === undefined || r.id === f.input.receiptId)

/** After the letter. */
export const afterwardsGuards = {
  RECEIPT_AWAITED: (f) =>
    f.receipts.some((r) => r.state !== 'received' && isMeant(f, r))
      ? null
      : no('RECEIPT_AWAITED', '这份回执已经收到了。', namesOf('coordinator', f)),
  RECEIPTS_FINAL: (f) =>
    isAnsweredElsewhere(f) || (f.receipts.length > 0 && f.receipts.every((r) => r.state !== 'awaiting'))
      ? null
      : no(
          'RECEIPTS_FINAL',
          `还有 ${f.receipts.filter((r) => r.state === 'awaiting').length} 份回执没有收到。`,
          '代表委员本人；可请登记员提醒',
        ),
  NO_OPEN_DISSATISFACTION: (f) =>
    (isAnsweredElsewhere(f) && f.takenOver?.satisfaction === 'dissatisfied') ||
    f.receipts.some(
      (r) => r.round === f.proposal.round && (r.attitude === 'dissatisfied' || r.result === 'dissatisfied'),
    )
      ? no('NO_OPEN_DISSATISFACTION', '代表委员不满意，须重新办理后才能办结。', namesOf('coordinator', f))
      : null,
  PUBLICATION_OPEN: (f) =>
    f.publication?.state === 'reviewed'
      ? no('PUBLICATION_OPEN', '公开意见已经审定。', namesOf('openness_reviewer', f))
      : null,
  GROUND_IF_WITHHELD: {
    input: (f) =>
      f.input.mode === 'full' || text(f, 'ground')
        ? null
        : { field: 'ground', message: '摘要公开或不公开，请写明依据。' },
  },
  PUBLICATION_PROPOSED: (f) =>
    f.publication?.state === 'proposed'
      ? null
      : no(
          'PUBLICATION_PROPOSED',
          f.publication ? '公开意见已经审定。' : '承办人还没有拟公开意见。',
          handler(f),
        ),
  NOT_PROPOSER: (f) =>
    f.publication && f.publication.proposedBy === f.viewer.userId
      ? no('NOT_PROPOSER', '自己提的公开意见，须由另一人审定。', namesOf('openness_reviewer', f))
      : null,
  PUBLICATION_DECIDED: (f) =>
    isAnsweredElsewhere(f) || f.publication?.state === 'reviewed'
      ? null
      : no(
          'PUBLICATION_DECIDED',
          '还没有定公开还是不公开。',
          f.publication ? namesOf('openness_reviewer', f) : handler(f),
        ),
  COMMITMENTS_UNCONFIRMED: (f) =>
    f.areCommitmentsReviewed
      ? no('COMMITMENTS_UNCONFIRMED', '承诺事项已经处室负责人确认。', namesOf('division_head', f))
      : null,
  COMMITMENTS_REGISTERED: (f) =>
    isAnsweredElsewhere(f) || f.areCommitmentsReviewed
      ? null
      : no(
          'COMMITMENTS_REGISTERED',
          '承诺事项（或“没有承诺”）还没有经处室负责人确认。',
          namesOf('division_head', f),
        ),
  RETENTION_SET: {
    input: (f) =>
      Number(f.input.retentionYears) >= 10 ? null : { field: 'retentionYears', message: '请选择保管期限。' },
  },
  BUNDLE_VERIFIED: (f) => {
    if (f.issuedLetters > 0) return null
    if (!isAnsweredElsewhere(f))
      return no('BUNDLE_VERIFIED', '没有印发的复函，归档包不完整。', namesOf('seal_clerk', f))
    return (f.takenOver?.scans ?? 0) > 0
      ? null
      : no('BUNDLE_VERIFIED', '复函由原系统印发，先附上它的扫描件再归档。', namesOf('registrar', f))
  },
} satisfies Record<string, FactGuard | InputGuard>
