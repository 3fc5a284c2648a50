/** 拟稿 审核 已签发 已印发 · 作废稿 已作废 已更正 */
export const replyStates = [
  'drafting',
  'clearance',
  'signed',
  'issued',
  'abandoned',
  'voided',
  'superseded',
] as const
export type ReplyState = (typeof replyStates)[number]

export const finalReplyStates: readonly ReplyState[] = ['issued', 'abandoned', 'voided', 'superseded']

export const isOpenReply = (state: ReplyState) => !finalReplyStates.includes(state)
