import type { Citation } from '../deadline-rule'
import { days, months, profileFrom, workdays } from './rule-card'

const page = (place: string, note: string | null = null): Citation => ({
  notice: `${place}办理规定（公开网页转载，题名待核）`,
  note,
})

export const pingjiang = profileFrom({
  id: 'PINGJIANG',
  name: '平江县',
  rules: {
    return_window: { ...days(10), cite: page('平江县') },
    receipt: { ...days(10), cite: page('平江县') },
  },
  receipts: { ratedBy: 'lead', goesTo: ['handler'], citation: page('平江县', '征询意见表只送领衔代表') },
})

export const chencang = profileFrom({
  id: 'CHENCANG-2017',
  name: '宝鸡市陈仓区',
  rules: { return_window: { ...workdays(5), cite: page('陈仓区', '纸质抄送各两份') } },
})

export const guoyangCppcc = profileFrom({
  id: 'GUOYANG-CPPCC',
  name: '涡阳县（政协提案）',
  tracks: ['cppcc'],
  rules: { return_window: { ...workdays(5), cite: page('涡阳县政协提案') } },
})

export const bananCppcc = profileFrom({
  id: 'BANAN-CPPCC',
  name: '重庆市巴南区（政协提案）',
  tracks: ['cppcc'],
  rules: { return_window: { ...workdays(10), cite: page('巴南区政协提案') } },
})

export const chongyiCppcc = profileFrom({
  id: 'CHONGYI-CPPCC',
  name: '崇义县（政协提案）',
  tracks: ['cppcc'],
  rules: {
    contact: { ...workdays(15), cite: page('崇义县政协提案', '与委员见面') },
    reply: { ...months(3), cite: page('崇义县政协提案') },
    receipt: { ...workdays(15), cite: page('崇义县政协提案') },
  },
  contacting: {
    beforeReply: 1,
    phases: [],
    channels: ['visit', 'meeting'],
    noneWishedCounts: true,
    citation: page('崇义县政协提案', '与委员见面'),
  },
})
