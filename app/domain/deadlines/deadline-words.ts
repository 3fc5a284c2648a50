/** 退办窗口 · 首次沟通 · 会办意见 · 答复 · 回执 · 重新办理 · 公开 */
export const deadlineKinds = [
  'return_window',
  'contact',
  'opinion',
  'reply',
  'receipt',
  'rework',
  'publication',
] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** Duties some places know besides. */
export const furtherKinds = [
  'dispatch',
  'reallocation',
  'objection_answer',
  'opinion_redo',
  'commitment_receipt',
  'commitment_report',
  'progress_report',
] as const
export type FurtherKind = (typeof furtherKinds)[number]

export const kindWords: Readonly<Record<DeadlineKind | FurtherKind, string>> = {
  return_window: '退办期限',
  contact: '首次沟通',
  opinion: '会办意见',
  reply: '答复',
  receipt: '回执',
  rework: '重新办理',
  publication: '公开',
  dispatch: '闭会建议交办',
  reallocation: '退办后重新交办',
  objection_answer: '退办申请答复',
  opinion_redo: '会办意见重提',
  commitment_receipt: '承诺办理情况回执',
  commitment_report: '承诺办理情况通报',
  progress_report: '办理情况报告',
}

/** 交办之日 and 收到之日 differ (domain dossier §2.2): a rule names the one it counts from. */
export const startEvents = [
  'assigned',
  'received',
  'request_sent',
  'letter_issued',
  'rework_ordered',
  'submitted',
  'returned',
  'objection_raised',
  'opinion_bounced',
  'commitment_reported',
] as const
export type StartEvent = (typeof startEvents)[number]

export const startWords: Readonly<Record<StartEvent, string>> = {
  assigned: '交办',
  received: '收到',
  request_sent: '送出',
  letter_issued: '印发',
  rework_ordered: '重新交办',
  submitted: '提出',
  returned: '退回',
  objection_raised: '提出退办',
  opinion_bounced: '退回会办意见',
  commitment_reported: '通报',
}

/** 工作日 · 日 · 月 */
export const termUnits = ['workday', 'day', 'month'] as const
export type TermUnit = (typeof termUnits)[number]

export const deadlineUnits = [...termUnits, 'fixed'] as const
export type DeadlineUnit = (typeof deadlineUnits)[number]

/** “5 工作日”, “79 天”, “3 个月” */
export function amountWords(amount: number, unit: TermUnit): string {
  if (unit === 'workday') return `${amount} 工作日`
  return unit === 'day' ? `${amount} 天` : `${amount} 个月`
}
