import { statutoryDefault } from './statutory-default'
import { days, instrument, months, profileFrom, withConsent } from './rule-card'

const cite = instrument('浙江省人民代表大会代表建议、批评和意见办理的规定', '2016年修正')

export const zhejiangNpc = profileFrom({
  id: 'ZJ-NPC-2016',
  name: '浙江（人大代表建议）',
  tracks: ['npc'],
  caution: '2023年11月24日已修订，修订后的文本尚未取得；启用前请对照新文本。施行日期也待核。',
  rules: {
    return_window: { ...days(10), from: 'received', cite: cite() },
    opinion: { ...months(2), from: 'received', cite: cite() },
    reply: { ...months(3, { atMost: 6 }), ...withConsent, from: 'received', cite: cite(null, '自接到交办之日起') },
    rework: { ...months(1), cite: cite(null, '实施代表法办法同此') },
  },
  further: {
    dispatch: { ...days(7), from: 'submitted', cite: cite(null, '告知代表') },
  },
  contacting: {
    beforeReply: 1, phases: [], channels: ['meeting', 'visit', 'phone', 'email'], noneWishedCounts: true,
    citation: cite(null, '采取座谈、走访、电话、邮件等方式沟通'),
  },
  answering: { joint: 'each_signer', organisation: null, assigningBodyAnswers: false, citation: cite() },
  receipts: {
    ratedBy: 'lead', goesTo: ['handler', 'platform'], citation: cite(null, '征询意见表只送领衔代表，及时反馈，没有天数'),
  },
  signing: { note: '集体研究，由主要负责人签发，加盖公章', outsideReview: null, citation: cite() },
  classMeanings: {
    A: '已经解决或基本解决', B: '部分解决或列入计划', C: '留作参考或不可行', D: null,
    citation: { practice: true, note: '浙江省海洋与渔业局办理规则（公开网页，待核）' },
  },
  ccOrder: {
    ...statutoryDefault.ccOrder,
    npc: ['oversight_npc', 'government_office', 'co_handling'],
  },
}) // prettier-ignore
