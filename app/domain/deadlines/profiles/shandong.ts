import { days, instrument, months, profileFrom, withConsent, workdays } from './rule-card'

const cite = instrument('山东省人民代表大会代表建议、批评和意见办理工作条例', '2017年')

export const shandongNpc = profileFrom({
  id: 'SD-NPC-2017',
  name: '山东（人大代表建议）',
  tracks: ['npc'],
  rules: {
    return_window: { ...days(5), cite: cite() },
    opinion: { ...months(1), from: 'received', cite: cite() },
    reply: { ...months(3, { atMost: 6 }), ...withConsent, cite: cite() },
    rework: { ...months(1), cite: cite() },
  },
  further: { dispatch: { ...days(5), from: 'submitted', cite: cite() } },
  answering: {
    joint: 'each_or_lead', organisation: null, assigningBodyAnswers: false,
    citation: cite(null, '经同意可以由领衔代表转告'),
  },
  receipts: { ratedBy: null, goesTo: ['platform'], citation: cite(null, '网上填写，没有天数') },
  signing: { note: '由主要负责人签发', outsideReview: null, citation: cite() },
}) // prettier-ignore

const citeQingdao = instrument('青岛市人民代表大会代表建议、批评和意见工作条例', '2021年')

export const qingdaoNpc = profileFrom({
  id: 'QD-NPC-2021',
  name: '青岛（人大代表建议）',
  tracks: ['npc'],
  rules: {
    return_window: { ...workdays(5), cite: citeQingdao(null, '不同意退回的，继续办理') },
    opinion: { ...months(1), cite: citeQingdao() },
    reply: { ...months(3, { atMost: 6 }), ...withConsent, from: 'assigned', cite: citeQingdao() },
  },
  further: { dispatch: { ...workdays(5), from: 'submitted', cite: citeQingdao() } },
  answering: {
    joint: 'lead_relays', organisation: null, assigningBodyAnswers: false,
    citation: citeQingdao(null, '主要答复领衔代表，由其转告'),
  },
  signing: { note: '由单位负责人签发', outsideReview: null, citation: citeQingdao() },
  signerRole: 'deputy',
  clearanceChain: [['division_head'], ['office_reviewer', 'secrecy_reviewer', 'openness_reviewer']],
}) // prettier-ignore
