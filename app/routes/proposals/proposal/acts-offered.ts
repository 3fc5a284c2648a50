import type { EventName } from '~/domain/proposal/events'
import type { Facts, StepFacts } from '~/domain/proposal/facts'
import { holdsStep } from '~/domain/proposal/relations'
import { reasonsAgainst } from '~/domain/proposal/refusal'
import type { Refusal } from '~/domain/refusals'
import { paths } from '~/http/paths'

export type ActOffered = {
  event: EventName
  label: string
  href: string
  isMain: boolean
  reasons: Refusal[]
}

type Act = {
  event: EventName
  label: string
  to: (number: string) => string
  isMain?: boolean
  /** Reasons that another part of the page gives already: the act is left out. */
  saidElsewhere?: readonly string[]
}

const act = (name: string) => (number: string) => paths.act(number, name)

/** What can be done to a proposal from its page, in the order of its life. */
const acts: readonly Act[] = [
  { event: 'confirm_provenance', label: '核对机读内容', to: act('provenance'), isMain: true },
  { event: 'submit_for_triage', label: '核对登记', to: act('triage'), isMain: true },
  { event: 'void', label: '误登作废', to: act('voiding') },
  { event: 'allocate', label: '分办到处室', to: act('allocation'), isMain: true },
  {
    event: 'reject_objection',
    label: '登记退办答复',
    to: (number) => paths.tab(number, 'objection'),
    isMain: true,
  },
  { event: 'division_accept', label: '签收', to: act('acceptance'), isMain: true },
  { event: 'division_return', label: '退回综合处', to: act('division-return') },
  { event: 'force_assign', label: '指定承办', to: act('forced-assignment') },
  {
    event: 'start_reply',
    label: '去拟稿',
    to: (number) => paths.draft(number),
    isMain: true,
    saidElsewhere: ['IN_HANDLING'],
  },
  { event: 'submit_for_clearance', label: '去送审', to: (number) => paths.draft(number), isMain: true },
  { event: 'approve_step', label: '去审核', to: (number) => paths.approval(number), isMain: true },
  { event: 'sign', label: '去签发', to: (number) => paths.approval(number), isMain: true },
  { event: 'issue', label: '编号并印发', to: (number) => paths.issue(number), isMain: true },
  { event: 'review_publication', label: '审定公开意见', to: act('publication/review'), isMain: true },
  { event: 'confirm_commitments', label: '确认承诺', to: act('commitments/confirmation'), isMain: true },
  { event: 'close', label: '办结', to: act('closing'), isMain: true },
  { event: 'archive', label: '归档', to: act('archiving'), isMain: true },
  { event: 'reopen_for_rework', label: '重新提出会办意见', to: act('redoing') },
  { event: 'reassign', label: '改由他人承办', to: act('reassignment') },
  { event: 'move_to_division', label: '改分处室', to: act('other-division') },
  { event: 'raise_objection', label: '退办', to: act('objection/new'), saidElsewhere: ['NO_OPEN_OBJECTION'] },
  { event: 'form_group', label: '并案', to: act('merging'), saidElsewhere: ['NOT_MERGED'] },
  { event: 'leave_group', label: '移出并案', to: act('leaving') },
  { event: 'withdraw', label: '代表委员撤回', to: act('retraction'), saidElsewhere: ['NOT_MERGED'] },
  { event: 'extend', label: '延期', to: act('extension') },
  { event: 'remove_extension', label: '撤销延期', to: act('extension-removal') },
  { event: 'pause', label: '暂停计时', to: act('pause') },
  { event: 'resume', label: '恢复计时', to: act('resume') },
  { event: 'correct_fact', label: '更正日期', to: act('fact-correction') },
  { event: 'flag_key', label: '重点督办', to: act('key-item') },
  { event: 'urge', label: '催办', to: act('urging') },
  // The page says whether he watches it now; to stop is allowed wherever to begin is.
  { event: 'unwatch', label: '关注', to: act('watching') },
]

const noise = new Set([
  'NOT_YOURS',
  'WRONG_STATE',
  'NO_OPEN_REPLY',
  'NOT_PAUSED',
  'PAUSED',
  'EXTENDED',
  'NOT_ANSWERED',
  'LED',
  'WE_ANSWER',
  'FIELDS_UNCONFIRMED',
])

const isNoise = (reasons: readonly Refusal[]) => reasons.some((r) => noise.has(r.code))

/** The window of 退办 closed while others already handle it: no news to whoever cannot raise one. */
const isLongPast = (reasons: readonly Refusal[], { proposal }: Facts) =>
  proposal.state === 'handling' && reasons.some((r) => r.code === 'WINDOW_OPEN')

const isAhead = (step: StepFacts) => step.state === 'open' || step.state === 'waiting'

/** Those this viewer could do: open, or closed with the reason. What is another's, of another time or done is left out. */
export function actsOffered(f: Facts): ActOffered[] {
  const steps = f.reply?.steps.filter((s) => isAhead(s) && holdsStep(f.viewer, s.role, s.divisionId)) ?? []
  return acts.flatMap(({ event, label, to, isMain = false, saidElsewhere = [] }) => {
    const asked = event === 'approve_step' ? steps.map((s) => ({ ...f, input: { stepId: s.id } })) : [f]
    const answers = asked.map((facts) => reasonsAgainst(event, facts))
    const best = answers.find((reasons) => reasons.length === 0) ?? answers[0]
    if (!best || isNoise(best) || best.some((r) => saidElsewhere.includes(r.code))) return []
    if (isLongPast(best, f)) return []
    if (event === 'reopen_for_rework' && f.proposal.handlingRole !== 'assist') return []
    return [{ event, label, href: to(f.proposal.registerNo), isMain, reasons: best }]
  })
}
