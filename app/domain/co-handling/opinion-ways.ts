/** How an opinion reached us: by the unit's account, by its link, on paper, or from another bureau of this house. */
export const opinionWays = ['account', 'link', 'paper', 'other_bureau'] as const
export type OpinionWay = (typeof opinionWays)[number]

export const opinionWayWords: Record<OpinionWay, string> = {
  account: '账号提交',
  link: '链接提交',
  paper: '纸质意见',
  other_bureau: '对方局系统送来',
}
