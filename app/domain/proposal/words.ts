import type {
  ContactChannel, ContactPhase, HandlingRole, Openness, Outcome, Priority, PublicationMode, Rating, SessionKind, SponsorKind, Track,
} from './words-of-the-trade' // prettier-ignore

/** The closed lists in the bureau's own words, for the log and the pages alike. */
export const trackWords: Record<Track, string> = { npc: '建议', cppcc: '提案' }
export const honorificWords: Record<Track, string> = { npc: '代表', cppcc: '委员' }
export const sessionKindWords: Record<SessionKind, string> = { plenary: '大会', off_session: '闭会' }
export const sponsorKindWords: Record<SponsorKind, string> = {
  individual: '个人',
  joint: '联名',
  organisation: '集体',
}
export const handlingRoleWords: Record<HandlingRole, string> = {
  sole: '独办',
  lead: '主办',
  separate: '分办',
  assist: '会办',
}
export const priorityWords: Record<Priority, string> = { normal: '普通', key: '重点' }
export const outcomeWords: Record<Outcome, string> = {
  resolved: '已经解决', adopted: '已经采纳', in_progress: '正在解决', planned: '列入计划', partly: '部分解决',
  reference: '留作参考', not_feasible: '暂不可行', deferred: '以后解决', superior_authority: '属上级职权',
} // prettier-ignore
export const opennessWords: Record<Openness, string> = {
  proactive: '主动公开',
  on_request: '依申请公开',
  withheld: '不予公开',
}
export const contactChannelWords: Record<ContactChannel, string> = {
  visit: '走访', meeting: '座谈', phone: '电话', written: '书面', none_wished: '代表委员表示不需要',
} // prettier-ignore
export const contactPhaseWords: Record<ContactPhase, string> = {
  before: '办前',
  during: '办中',
  after: '办后',
}
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
