import type { StepState } from '~/domain/clearance/states'
import type { RequestState } from '~/domain/co-handling/request-states'
import type { CommitmentState } from '~/domain/commitments/states'
import type { MergedBy } from '~/domain/merging/merged-by'
import type { ObjectionState } from '~/domain/objection/states'
import type { AdditionalUnitState } from '~/domain/additional-unit/states'
import type { Role } from '~/domain/people/kinds'
import type { ProposalState } from '~/domain/proposal/states'
import type {
  Openness,
  Outcome,
  Priority,
  Rating,
  SessionKind,
  SponsorKind,
  Track,
} from '~/domain/proposal/words-of-the-trade'
import { trackWords } from '~/domain/proposal/words'
import type { ReceiptState } from '~/domain/receipt/states'
import type { ReplyState } from '~/domain/reply/states'
import type { StateTone, TagTone } from './marks/tones'

/** The officials' own words for what the rules call by identifiers. A missing one does not compile. */
export const proposalStateWords: Record<ProposalState, string> = {
  registered: '已登记',
  triage: '研判中',
  assigned: '待处室签收',
  handling: '办理拟稿',
  replied: '已答复',
  closed: '已办结',
  archived: '已归档',
  transferred: '已改办',
  withdrawn: '已撤回',
  voided: '误登作废',
}

export const proposalStateTones: Record<ProposalState, StateTone> = {
  registered: 'wait',
  triage: 'work',
  assigned: 'wait',
  handling: 'work',
  replied: 'done',
  closed: 'done',
  archived: 'done',
  transferred: 'wait',
  withdrawn: 'wait',
  voided: 'wait',
}

export const replyStateWords: Record<ReplyState, string> = {
  drafting: '拟稿中',
  clearance: '审核签发中',
  signed: '已签发',
  issued: '已印发',
  abandoned: '作废稿',
  voided: '已作废',
  superseded: '已更正',
}

export const requestStateWords: Record<RequestState, string> = {
  draft: '未送出',
  sent: '已送达',
  acknowledged: '已签收',
  answered: '已复待采纳',
  accepted: '已采纳',
  declined: '对方不办',
  returned: '退回补充',
  disputed: '意见不一',
  resolved: '已协调一致',
  cancelled: '已取消',
  waived: '准予免会签',
  filed: '签发后收到',
}

export const requestStateTones: Record<RequestState, StateTone> = {
  draft: 'wait',
  sent: 'wait',
  acknowledged: 'work',
  answered: 'now',
  accepted: 'done',
  declined: 'wait',
  returned: 'work',
  disputed: 'now',
  resolved: 'done',
  cancelled: 'wait',
  waived: 'done',
  filed: 'done',
}

export const objectionStateWords: Record<ObjectionState, string> = {
  raised: '退办待复',
  upheld: '同意退办',
  rejected: '不同意退办',
  withdrawn: '已撤回退办',
}

export const additionalUnitStateWords: Record<AdditionalUnitState, string> = {
  requested: '增办待复',
  added: '已同意增办',
  refused: '不同意增办',
}

export const mergedByWords: Record<MergedBy, { label: string; hint: string }> = {
  bureau: { label: '本局并案', hint: '内容相同，由一个处室一并办理' },
  assigning_body: { label: '交办机关并案', hint: '交办时已并，由其告知代表委员' },
}

export const stepStateWords: Record<StepState, string> = {
  waiting: '未轮到',
  open: '待审',
  approved: '已同意',
  handed_up: '转上一级',
  returned: '退回修改',
  lapsed: '已失效',
}

export const receiptStateWords: Record<ReceiptState, string> = {
  awaiting: '待回执',
  received: '已回执',
  no_answer: '逾期未回',
}

export const commitmentStateWords: Record<CommitmentState, string> = {
  proposed: '待确认',
  confirmed: '已确认',
  in_progress: '办理中',
  fulfilled: '已落实',
  verified: '已核实',
  deferred: '已延期',
  impossible: '无法落实',
}

export const roleWords: Record<Role, string> = {
  registrar: '登记员',
  coordinator: '综合处',
  division_head: '处室负责人',
  handler: '承办人',
  co_handler: '会办单位',
  office_reviewer: '核稿',
  secrecy_reviewer: '保密审查',
  openness_reviewer: '公开审查',
  deputy: '分管领导',
  director: '局长',
  seal_clerk: '用印印发',
  archivist: '档案',
  supervisor: '督办',
  system_admin: '系统管理员',
  security_admin: '安全管理员',
  audit_admin: '审计管理员',
}

/** How its proposers are addressed: 苏见微代表, 段长风委员. */
export const delegateWords: Record<Track, string> = { npc: '代表', cppcc: '委员' }

/** The number as people say it: 第0217号建议. */
export const numberWords = (officialNo: string, track: Track) => `第${officialNo}号${trackWords[track]}`

export const sessionKindWords: Record<SessionKind, string> = { plenary: '大会', off_session: '闭会' }
export const sponsorKindWords: Record<SponsorKind, string> = {
  individual: '个人',
  joint: '联名',
  organisation: '集体',
}
export const priorityWords: Record<Priority, string> = { normal: '普通', key: '重点' }
export const outcomeWords: Record<Outcome, string> = {
  resolved: '已经解决',
  adopted: '采纳',
  in_progress: '正在解决',
  planned: '列入计划解决',
  partly: '部分解决',
  reference: '留作参考',
  not_feasible: '暂不可行',
  deferred: '以后解决',
  superior_authority: '需上级解决',
}
export const opennessWords: Record<Openness, string> = {
  proactive: '主动公开',
  on_request: '依申请公开',
  withheld: '不予公开',
}
export const ratingTones: Record<Rating, TagTone> = {
  satisfied: 'green',
  basically: 'amber',
  dissatisfied: 'red',
}
