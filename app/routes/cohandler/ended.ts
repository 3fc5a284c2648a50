/** Why a link no longer opens its request: by itself, or because the request or the round has ended. */
export type Ended = 'used' | 'expired' | 'voided' | 'cancelled' | 'over'

export const endedWords: Record<Ended, string> = {
  used: '链接已经用过，',
  expired: '链接已过有效期，',
  voided: '链接已被收回，',
  cancelled: '会办已取消，',
  over: '这一轮会办已经结束，',
}
