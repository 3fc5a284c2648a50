import type { EventName } from '~/domain/proposal/events'

/** What can be done to one request, in the order it is offered. */
export const settlementEvents = {
  accept: 'accept_opinion',
  return: 'return_opinion',
  dispute: 'dispute_opinion',
  coordination: 'resolve_dispute',
  resending: 'resend_request',
  urge: 'urge_request',
  link: 'make_opinion_link',
  paper: 'record_paper_opinion',
  extend: 'extend_request',
  decline: 'decline_request',
  waive: 'waive_request',
  cancel: 'cancel_request',
} as const satisfies Record<string, EventName>

export type Settlement = keyof typeof settlementEvents

export const settlements = Object.keys(settlementEvents) as Settlement[]

/** Those that need no more than a reason, and for two of them a day; the others have pages of their own. */
export const plainSettlements = [
  'accept', 'return', 'dispute', 'urge', 'extend', 'decline', 'waive', 'cancel',
] as const // prettier-ignore
export type PlainSettlement = (typeof plainSettlements)[number]

export const isPlainSettlement = (word: string): word is PlainSettlement =>
  (plainSettlements as readonly string[]).includes(word)

export const settlementWords: Record<Settlement, string> = {
  accept: '采纳',
  return: '退回补充',
  dispute: '意见不一',
  coordination: '登记协调',
  resending: '再请会办',
  urge: '催办',
  link: '会办链接',
  paper: '代录纸质意见',
  extend: '延长期限',
  decline: '不予会办',
  waive: '免会',
  cancel: '取消',
}
