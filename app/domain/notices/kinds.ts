/** What a notice is about; a person chooses by kind how it reaches him. */
export const noticeKinds = ['turn', 'co_handling', 'chase', 'outcome', 'watched'] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const noticeKindWords: Record<NoticeKind, string> = {
  turn: '轮到我办的',
  co_handling: '会办往来',
  chase: '催办、督办',
  outcome: '签发、印发、回执',
  watched: '关注的件有进展',
}

/** How a kind goes out by mail. The inbox has everything, always. */
export const timings = ['now', 'digest', 'none'] as const
export type Timing = (typeof timings)[number]

export const timingWords: Record<Timing, string> = {
  now: '随时发',
  digest: '每天 8:30 汇总',
  none: '不发邮件',
}

export const channels = ['email', 'sms'] as const
