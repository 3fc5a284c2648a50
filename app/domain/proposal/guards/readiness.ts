import { isOpenReply } from '../../reply/states'
import { textFinding } from '../../drafting/draft-readiness'
import { awaitsUnit, isSettledRequest } from '../../co-handling/request-states'
import { isNobodyLeft } from '../../co-handling/request-summary'
import { isAnsweredElsewhere } from '../../taking-over/answered-elsewhere'
import { contactingOf, missingContacts } from '../contacting'
import { namesOf } from '../who-can-help'
import { no, handler, type FactGuard, type InputGuard } from './answers'

/** Is the draft ready to be read by others. */
export const readinessGuards = {
  NO_OPEN_REPLY: (f) =>
    f.reply && isOpenReply(f.reply.state)
      ? no('NO_OPEN_REPLY', '这一轮已有在办的复函。', handler(f))
      : f.reply && f.reply.state === 'issued' && f.reply.round === f.proposal.round
        ? no('NO_OPEN_REPLY', '这一轮的复函已印发。', namesOf('coordinator', f))
        : null,
  REPLY_STARTED: (f) => (f.reply ? null : no('REPLY_STARTED', '先开始拟稿，再登记承诺。', handler(f))),
  ASKS_COVERED: (f) =>
    f.asks.some((a) => !a.elsewhere)
      ? null
      : no(
          'ASKS_COVERED',
          f.asks.length > 0
            ? '诉求都分给了别的单位，本局没有可答的，请核对承办分工。'
            : '还没有拆分诉求，不知道要逐条答什么。',
          handler(f),
        ),
  CONTACT_LOGGED: (f) => {
    const missing = missingContacts(contactingOf(f.profile), f.contacts, 'reply')
    if (missing.length === 0) return null
    const message =
      f.contacts.length === 0
        ? '还没有与代表委员沟通的记录。代表法第五十一条要求联系沟通、听取意见。'
        : `与代表委员的沟通还差：${missing.join('、')}。`
    return no('CONTACT_LOGGED', message, handler(f))
  },
  /** 三见面: the place wants a contact after the reply, too. */
  CONTACTED_AFTERWARDS: (f) => {
    if (isAnsweredElsewhere(f)) return null
    const missing = missingContacts(contactingOf(f.profile), f.contacts, 'closing')
    return missing.length === 0
      ? null
      : no('CONTACTED_AFTERWARDS', `与代表委员的沟通还差：${missing.join('、')}。`, handler(f))
  },
  CO_OPINIONS_SETTLED: (f) => {
    const open = f.requests.filter((r) => !isSettledRequest(r.state) && r.state !== 'disputed')
    if (open.length === 0) return null
    const waiting = open.filter((r) => awaitsUnit(r.state)).length
    if (isNobodyLeft(f.requests.filter((r) => r.round === f.proposal.round)))
      return no(
        'CO_OPINIONS_SETTLED',
        `请过的 ${open.length} 家都不予会办，没有单位提意见：另请单位、再请一次或免会。`,
        namesOf('coordinator', f),
      )
    const message =
      waiting > 0 ? `会办意见还差 ${waiting} 家。` : `${open.length} 家会办意见还没有采纳或处理。`
    return no('CO_OPINIONS_SETTLED', message, handler(f))
  },
  DISPUTES_RESOLVED: (f) =>
    f.requests.some((r) => r.state === 'disputed')
      ? no('DISPUTES_RESOLVED', '会办意见有分歧，协调一致后才能送审。', namesOf('coordinator', f))
      : null,
  OUTCOME_CLASS: (f) =>
    f.reply?.revision.outcome ? null : no('OUTCOME_CLASS', '没有选择办理结果。', handler(f)),
  COMMITMENTS_OK: (f) =>
    f.reply?.revision.outcome &&
    f.profile.outcomeLetter[f.reply.revision.outcome] === 'B' &&
    f.profile.bRequiresDatedCommitment &&
    !f.commitments.some((c) => c.replyId === f.reply?.id)
      ? no('COMMITMENTS_OK', '办理结果为B类，须登记写明完成时间的承诺事项。', handler(f))
      : null,
  FIELDS_FILLED: (f) =>
    f.reply &&
    f.reply.revision.fields.title &&
    f.reply.revision.fields.salutation &&
    textFinding(f.reply.revision.doc) === null
      ? null
      : no('FIELDS_FILLED', '标题、称谓和正文要写全。', handler(f)),
  NO_BLOCKING_FINDING: (f) => {
    const finding = f.reply ? textFinding(f.reply.revision.doc) : null
    return finding === null || finding === 'EMPTY'
      ? null
      : no(finding, '“已经……审签”的话由签发自动写入，请改用“插入审签语”。', handler(f))
  },
  OPENNESS_PROPOSED: (f) =>
    f.reply?.revision.openness &&
    (f.reply.revision.openness === 'proactive' || f.reply.revision.opennessGround)
      ? null
      : no('OPENNESS_PROPOSED', '没有拟公开意见；不主动公开的要写明理由。', handler(f)),
  LEAD_UNIT_SET: (f) =>
    f.proposal.leadUnitId
      ? null
      : no('LEAD_UNIT_SET', '没有登记主办单位，会办意见无处可送。', namesOf('coordinator', f)),
  HOLDERS_PRESENT: (f) => {
    const missing = [...f.profile.clearanceChain.flat(), f.profile.signerRole].find(
      (role) =>
        !f.holders.some(
          (h) => h.role === role && (role !== 'division_head' || h.divisionId === f.proposal.divisionId),
        ),
    )
    return missing
      ? no(
          'HOLDERS_PRESENT',
          `没有人担任“${namesOf(missing, f)}”，送审后无人可办。`,
          namesOf('system_admin', f),
        )
      : null
  },
} satisfies Record<string, FactGuard | InputGuard>
