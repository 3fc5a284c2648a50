import { instrument, months, profileFrom, withConsent, workdays } from './rule-card'

const cite = instrument('北京市人民代表大会代表建议、批评和意见办理条例', '2014年')

export const beijingNpc = profileFrom({
  id: 'BJ-NPC-2014',
  name: '北京（人大代表建议）',
  tracks: ['npc'],
  rules: {
    reply: { ...months(3, { atMost: 6 }), ...withConsent, cite: cite() },
    receipt: { ...workdays(15), cite: cite() },
    rework: { ...months(2), cite: cite(null, '被要求重新办理的') },
  },
}) // prettier-ignore
