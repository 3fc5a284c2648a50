import { statutoryDefault } from './statutory-default'
import { instrument, months, on, profileFrom, workdays } from './rule-card'

const cite = instrument('重庆市人民代表大会代表建议、批评和意见工作条例', '2018年1月1日起施行')

export const chongqingNpc = profileFrom({
  id: 'CQ-NPC-2018',
  name: '重庆（人大代表建议）',
  tracks: ['npc'],
  effectiveFrom: '2018-01-01',
  rules: {
    return_window: { ...workdays(10), from: 'assigned', cite: cite(null, '书面说明理由，经交办机关同意') },
    contact: { ...workdays(20), from: 'received', cite: cite() },
    opinion: { ...workdays(30), from: 'assigned', cite: cite() },
    reply: { ...months(3, { wide: 6 }), from: 'assigned', cite: cite() },
    receipt: { ...workdays(20), from: 'letter_issued', cite: cite() },
    rework: {
      ...months(2), from: 'rework_ordered', cite: cite(null, '再次不满意的，由人大常委会工作机构召集双方协商'),
    },
  },
  further: {
    dispatch: { ...workdays(10), from: 'submitted', cite: cite() },
    reallocation: { ...workdays(10), from: 'returned', cite: cite() },
    opinion_redo: { ...workdays(5), from: 'opinion_bounced', cite: cite(null, '会办意见没有实质内容的，主办单位可以退回重提') },
    commitment_receipt: { ...workdays(20), from: 'commitment_reported', cite: cite() },
    commitment_report: { ...on('12-31'), from: 'letter_issued', cite: cite('第二十四条', '每年第四季度，通报当年和上一年承诺事项') },
  },
  contacting: {
    beforeReply: 1, phases: [], channels: null, noneWishedCounts: true,
    citation: cite(null, '收到之日起二十个工作日内与代表联系'),
  },
  answering: {
    joint: 'each_signer', organisation: 'liaison_group', assigningBodyAnswers: false,
    citation: cite(null, '代表团提出的，答复其代表联系组'),
  },
  receipts: {
    ratedBy: 'each_signer', goesTo: ['platform', 'handler'],
    citation: cite('第二十三条', '书面和履职平台同时答复，附意见反馈表'),
  },
  signing: { note: '由主要负责人审签，复函写明审签人', outsideReview: null, citation: cite() },
  classMeanings: {
    A: '已解决或采纳', B: '列入工作计划逐步解决，或正在研究', C: '留作工作参考，或条件不具备', D: '涉及上级国家机关职权',
    citation: cite('第二十二条'),
  },
  outcomeLetter: { ...statutoryDefault.outcomeLetter, superior_authority: 'D' },
  ccOrder: {
    ...statutoryDefault.ccOrder,
    npc: ['oversight_npc', 'government_office', 'co_handling'],
  },
}) // prettier-ignore
