import type {
  ContactChannel,
  ContactPhase,
  HandlingRole,
  PublicationMode,
  Rating,
  Track,
} from './words-of-the-trade'

/** The closed lists in the bureau's own words, for the log and the pages alike. */
export const trackWords: Record<Track, string> = { npc: '建议', cppcc: '提案' }
export const handlingRoleWords: Record<HandlingRole, string> = {
  sole: '独办',
  lead: '主办',
  separate: '分办',
  assist: '会办',
}
export const contactChannelWords: Record<ContactChannel, string> = {
  visit: '走访', meeting: '座谈', phone: '电话', written: '书面', email: '邮件', other: '其他', none_wished: '代表委员表示不需要',
} // prettier-ignore
export const ratingWords: Record<Rating, string> = {
  satisfied: '满意',
  basically: '基本满意',
  dissatisfied: '不满意',
}
export const publicationModeWords: Record<PublicationMode, string> = {
  full: '全文公开',
  summary: '摘要公开',
  withheld: '不予公开',
}
export const contactPhaseWords: Record<ContactPhase, string> = {
  before: '办前',
  during: '办中',
  after: '办后',
}
