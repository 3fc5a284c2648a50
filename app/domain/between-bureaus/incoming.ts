/** 来件: waiting to be registered; ours to answer; answered; sent back for more; called off; not taken on. */
export const incomingStates = [
  'waiting',
  'registered',
  'answered',
  'returned',
  'cancelled',
  'declined',
] as const
export type IncomingState = (typeof incomingStates)[number]

export const incomingStateWords: Readonly<Record<IncomingState, string>> = {
  waiting: '待登记',
  registered: '办理中',
  answered: '已复',
  returned: '退回补充',
  cancelled: '对方已取消',
  declined: '未予会办',
}

/** What the asking bureau's word makes of it; what was called off or not taken on stays so. */
export function afterWord(state: IncomingState, word: 'returned' | 'cancelled'): IncomingState {
  if (state === 'cancelled' || state === 'declined') return state
  return word
}
