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

/** 交办之日 and 收到之日 differ (domain dossier §2.2): a rule names the one it counts from. */
export const startEvents = [
  'assigned',
  'received',
  'request_sent',
  'letter_issued',
  'rework_ordered',
] as const
export type StartEvent = (typeof startEvents)[number]

export const startWords: Readonly<Record<StartEvent, string>> = {
  assigned: '交办',
  received: '收到',
  request_sent: '送出',
  letter_issued: '印发',
  rework_ordered: '重新交办',
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
