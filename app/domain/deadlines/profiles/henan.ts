import { instrument, months, on, profileFrom, workdays } from './rule-card'

const cite = instrument('河南省人民代表大会代表建议、批评和意见办理办法', '2017年')

export const henanNpc = profileFrom({
  id: 'HA-NPC-2017',
  name: '河南（人大代表建议）',
  tracks: ['npc'],
  rules: {
    return_window: { ...workdays(10), from: 'assigned', cite: cite() },
    opinion: { ...months(2), from: 'received', cite: cite() },
    reply: {
      ...months(3, { atMost: 6 }), extension: { needsConsent: null, tellsDelegate: true },
      cite: cite(null, '延长的告知代表'),
    },
    receipt: { ...workdays(10), cite: cite() },
    rework: { ...months(1), cite: cite(null, '再次不满意的，组织专家评估') },
  },
  further: {
    reallocation: { ...workdays(10), from: 'returned', cite: cite() },
    progress_report: { ...on('08-31'), from: 'assigned', cite: cite() },
  },
  answering: { joint: 'each_signer', organisation: null, assigningBodyAnswers: false, citation: cite() },
  signing: { note: '由主要负责人签发', outsideReview: null, citation: cite() },
}) // prettier-ignore
