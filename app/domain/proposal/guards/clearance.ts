import { unknownLiaison } from '../../sponsors/answered'
import { holdsStep } from '../relations'
import type { Facts } from '../facts'
import { namesOf } from '../who-can-help'
import { no, handler, filled, type FactGuard, type InputGuard } from './answers'

/** Whoever wrote the frozen text, or answers for the draft. */
const isWriter = (f: Facts) =>
  f.viewer.userId !== null &&
  (f.reply?.drafterId === f.viewer.userId || f.reply?.frozen?.authorId === f.viewer.userId)

const openStep = (f: Facts) => f.reply?.steps.find((s) => s.id === f.input.stepId)

/** Clearance, signature, issue. */
export const clearanceGuards = {
  MY_TURN: (f) => {
    if (f.reply?.state === 'clearance' && isSigner(f) && isChainComplete(f)) return null
    const step = openStep(f)
    if (step?.state === 'open' && holdsStep(f.viewer, step.role, step.divisionId)) return null
    const waitsFor = f.reply?.steps.find((s) => s.state === 'open')
    return no(
      'MY_TURN',
      step?.state === 'approved' ? '这一步已经审过了。' : '还没有轮到您：前面的审核没有走完。',
      waitsFor ? namesOf(waitsFor.role, f) : handler(f),
    )
  },
  HASH_MATCH: (f) =>
    f.input.hash === undefined || f.input.hash === f.reply?.frozenHash
      ? null
      : no('HASH_MATCH', '您看的不是现在这一稿，请重新打开再决定。', handler(f)),
  NOT_DRAFTER: (f) =>
    isWriter(f) ? no('NOT_DRAFTER', '自己拟的稿，自己不能审、不能签。', namesOf('deputy', f)) : null,
  REMARK_LOCATED: {
    input: (f) =>
      filled(f.input.remarks)
        ? null
        : { field: 'remarks', message: '请至少写一条审核意见，并摘出原文中的那句话。' },
  },
  CHAIN_COMPLETE: (f) => {
    const open = f.reply?.steps.filter((s) => s.state === 'open' || s.state === 'waiting') ?? []
    return f.reply && open.length === 0
      ? null
      : no(
          'CHAIN_COMPLETE',
          `前面还有 ${open.length} 步没有审完。`,
          open[0] ? namesOf(open[0].role, f) : handler(f),
        )
  },
  WARRANT_VALID: (f) =>
    isSigner(f) ? null : no('WARRANT_VALID', '您没有签发权。', namesOf(f.profile.signerRole, f)),
  RE_AUTHENTICATED: {
    input: (f) => (isFresh(f) ? null : { field: 'password', message: '签发前请再输入一次登录密码。' }),
  },
  MY_SIGNATURE: (f) =>
    f.reply?.signature && f.reply.signature.signerId === f.viewer.userId
      ? null
      : no(
          'MY_SIGNATURE',
          '只有签发人本人可以撤回签发。',
          f.reply?.signature?.signerName ?? namesOf(f.profile.signerRole, f),
        ),
  NOT_ISSUED: (f) =>
    f.reply?.state === 'issued' ? no('NOT_ISSUED', '复函已印发，不能撤回。', namesOf('director', f)) : null,
  NUMBER_ALLOCATED: (f) =>
    f.bureau.letterCode
      ? null
      : no('NUMBER_ALLOCATED', '本局的机关代字还没有设置，编不出发文字号。', namesOf('system_admin', f)),
  RENDER_HASH_OK: (f) =>
    f.reply?.frozenHash &&
    f.reply.frozenHash === f.reply.signature?.hash &&
    f.reply.frozenHash === f.reply.frozenContentHash
      ? null
      : no(
          'RENDER_HASH_OK',
          '要印的内容与签发的内容不一致，请撤回签发后重新送审。',
          namesOf(f.profile.signerRole, f),
        ),
  ADDRESSEES_COMPLETE: (f) =>
    f.proposal.handlingRole === 'assist'
      ? f.proposal.leadUnitId
        ? null
        : no('ADDRESSEES_COMPLETE', '没有主办单位可送。', namesOf('coordinator', f))
      : f.sponsorIds.length > 0
        ? null
        : no('ADDRESSEES_COMPLETE', '没有登记代表委员，复函无处可送。', namesOf('registrar', f)),
  LIAISON_KNOWN: (f) =>
    unknownLiaison(f)
      ? no('LIAISON_KNOWN', '代表团提出的须答复其代表联系组，还没有登记。', namesOf('registrar', f))
      : null,
  CC_COMPLETE: (f) =>
    f.proposal.handlingRole === 'assist' ||
    f.reply?.frozen?.fields.hasNoCc ||
    (f.reply?.frozen?.fields.cc.length ?? 0) > 0
      ? null
      : no('CC_COMPLETE', '抄送单位没有填。', handler(f)),
} satisfies Record<string, FactGuard | InputGuard>

const isSigner = (f: Facts) => f.viewer.memberships.some((m) => m.role === f.profile.signerRole)

const isChainComplete = (f: Facts) =>
  f.reply?.steps.every((s) => s.state === 'approved' || s.state === 'handed_up') ?? false

/** Re-authentication counts for five real minutes (quality.md, Security 12). */
const isFresh = (f: Facts) => {
  const age = f.reauthenticatedAt
    ? f.realNow.getTime() - f.reauthenticatedAt.getTime()
    : Number.POSITIVE_INFINITY
  return age >= 0 && age <= 5 * 60_000
}
