import { isOpenReply } from '../../reply/states'
import { namesOf } from '../who-can-help'
import { no, handler, needs, type FactGuard, type InputGuard } from './answers'

/** Registration and allocation. */
export const intakeGuards = {
  REQUIRED_FIELDS: {
    input: (f) =>
      // A list from the assigning body has no texts: they are supplied later (supply_text).
      f.proposal.officialNo && f.proposal.subject && (f.proposal.text || f.input.isListed === true)
        ? null
        : { field: 'subject', message: '请填写编号、案由和正文。' },
  },
  ITEM_UNIQUE: {
    input: (f) =>
      typeof f.input.sameItem === 'string'
        ? {
            field: 'officialNo',
            message: `同一会议的这个编号已登记（登记号 ${f.input.sameItem}）。改办或作废后编号才能再用。`,
          }
        : null,
  },
  TEXT_MISSING: (f) =>
    f.proposal.text.trim() === ''
      ? null
      : no('TEXT_MISSING', '正文已经录入，登记的原文不能改换。', namesOf('registrar', f)),
  SOURCE_FILE_HASHED: (f) =>
    /^[0-9a-f]{64}$/.test(f.proposal.sourceHash)
      ? null
      : no('SOURCE_FILE_HASHED', '原文没有校验值，请重新登记。', namesOf('registrar', f)),
  PROVENANCE_CONFIRMED: (f) =>
    f.unconfirmedFields > 0
      ? no(
          'PROVENANCE_CONFIRMED',
          `机器读出的内容还有 ${f.unconfirmedFields} 项没有和原件核对，请先在“核对机读内容”里逐项核对。`,
          namesOf('registrar', f),
        )
      : null,
  FIELDS_UNCONFIRMED: (f) =>
    f.unconfirmedFields === 0
      ? no('FIELDS_UNCONFIRMED', '没有等待核对的机器读出内容。', namesOf('registrar', f))
      : null,
  REASON: needs('reason', '请写明理由。'),
  NOTHING_ISSUED: (f) =>
    f.issuedLetters > 0
      ? no('NOTHING_ISSUED', '已有印发的复函，不能作废登记。', namesOf('coordinator', f))
      : null,
  LEAD_DIVISION: needs('divisionId', '请选择承办处室。'),
  ROLE_SET: needs('handlingRole', '请选择本局的办理身份：独办、主办、分办或会办。'),
  REPLY_FITS_ROLE: {
    input: (f) =>
      f.reply &&
      isOpenReply(f.reply.state) &&
      (f.reply.kind === 'opinion') !== (f.input.handlingRole === 'assist')
        ? { field: 'handlingRole', message: '已有在拟的稿，身份变了就对不上；请承办人或综合处先作废那一稿。' }
        : null,
  },
  RULES_RESOLVED: (f) =>
    f.deadlines.some((d) => d.kind === 'reply')
      ? null
      : no('RULES_RESOLVED', '办理期限没有推算出来，请核对交办日期。', namesOf('registrar', f)),
  HANDLER_SET: needs('handlerId', '请选择承办人。'),
  RETURNS_LEFT: (f) =>
    f.proposal.isForced || f.proposal.returns >= 2
      ? no(
          'RETURNS_LEFT',
          f.proposal.isForced
            ? '分管领导已指定由本处室承办，不能再退回。'
            : '已退回两次，须由分管领导指定承办处室。',
          namesOf('deputy', f),
        )
      : null,
  NOT_FORCED: (f) =>
    f.proposal.isForced ? no('NOT_FORCED', '已指定由本处室承办。', namesOf('deputy', f)) : null,
  IN_HANDLING: (f) =>
    f.proposal.state === 'handling'
      ? null
      : no('IN_HANDLING', '办理中才能拟稿、会办和印发。', namesOf('division_head', f)),
  NO_REPLY_IN_CLEARANCE: (f) =>
    f.reply && (f.reply.state === 'clearance' || f.reply.state === 'signed')
      ? no('NO_REPLY_IN_CLEARANCE', '复函正在审签，先撤回送审再改。', handler(f))
      : null,
  CARRIED_BY_ISSUE: (f) => no('CARRIED_BY_ISSUE', '复函印发时自动转为已答复。', namesOf('seal_clerk', f)),
} satisfies Record<string, FactGuard | InputGuard>
