import type { Citation } from '../deadline-rule'
import { on, profileFrom } from './rule-card'

const cite = (note: string): Citation => ({ notice: '黔府办函〔2025〕12号', note })

export const guizhou2025 = profileFrom({
  id: 'GUIZ-2025',
  name: '贵州（2025年交办通知）',
  effectiveTo: '2025-12-31',
  caution: '一年一发的交办通知：日期只管当年，答复前须与代表委员沟通。',
  rules: {
    opinion: { ...on('05-31'), from: 'assigned', cite: cite('会办意见5月31日前') },
    reply: { ...on('06-30'), cite: cite('答复6月30日前') },
  },
  contacting: {
    beforeReply: 1, phases: [], channels: null, noneWishedCounts: true, citation: cite('答复前与代表委员沟通'),
  },
}) // prettier-ignore
