import type { Citation } from '../deadline-rule'
import { months, profileFrom } from './rule-card'

const cite = (note: string): Citation => ({
  notice: '福建省人大代表建议办理规定（公开网页转载，题名待核）',
  note,
})

export const fujianNpc = profileFrom({
  id: 'FJ-NPC',
  name: '福建（人大代表建议）',
  tracks: ['npc'],
  rules: {
    opinion: { ...months(1), from: 'assigned', cite: cite('自交办之日起一个月') },
    reply: {
      ...months(3, { atMost: 6 }), extension: { needsConsent: null, tellsDelegate: true },
      cite: cite('延长不超过三个月，书面告知'),
    },
  },
  answering: {
    joint: 'each_signer', organisation: 'npc_office', assigningBodyAnswers: false,
    citation: cite('代表团提出的，经该市人大转交'),
  },
}) // prettier-ignore
