import { statutoryDefault } from './statutory-default'
import { instrument, months, profileFrom, workdays } from './rule-card'

const cite = instrument('上海市人民代表大会关于代表建议、批评和意见的规定', '2015年3月1日')

export const shanghaiNpc = profileFrom({
  id: 'SH-NPC-2015',
  name: '上海（人大代表建议）',
  tracks: ['npc'],
  effectiveFrom: '2015-03-01',
  rules: {
    return_window: { ...workdays(7), cite: cite() },
    opinion: { ...months(1), from: 'received', cite: cite() },
    reply: {
      ...months(3, { atMost: 6 }), extension: { needsConsent: true, tellsDelegate: true }, from: 'assigned',
      cite: cite(null, '书面报告、经同意可延长三个月，并告知代表'),
    },
    rework: { ...months(1), cite: cite(null, '代表工作机构要求重新办理的') },
  },
  further: { dispatch: { ...workdays(7), from: 'submitted', cite: cite() } },
  answering: { joint: 'each_signer', organisation: null, assigningBodyAnswers: false, citation: cite() },
  receipts: { ratedBy: null, goesTo: ['platform'], citation: cite(null, '网上填写，没有天数') },
  signing: { note: '由单位负责人签发', outsideReview: null, citation: cite() },
  signerRole: 'deputy',
  clearanceChain: [['division_head'], ['office_reviewer', 'secrecy_reviewer', 'openness_reviewer']],
  ccOrder: {
    ...statutoryDefault.ccOrder,
    npc: ['oversight_npc', 'government_office', 'co_handling'],
  },
}) // prettier-ignore
