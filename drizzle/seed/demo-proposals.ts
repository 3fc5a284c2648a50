import type { Track } from '~/domain/proposal/words-of-the-trade'

/** How far a demo proposal has come. */
export const stages = [
  'registered', 'voided', 'triage', 'assigned', 'handling', 'asked', 'drafting', 'returned', 'clearance', 'cleared',
  'signed', 'replied', 'answered', 'closed', 'archived',
] as const // prettier-ignore
export type Stage = (typeof stages)[number]

export type DemoProposal = {
  track: Track
  officialNo: string
  subject: string
  sponsors: readonly string[]
  isOrganisation?: boolean
  isOffSession?: boolean
  isKey?: boolean
  isAssist?: boolean
  text: string
  asks: readonly string[]
  /** Short names of the units asked. */
  asked: readonly string[]
  stage: Stage
  /** 主办单位 asked for more time, and then everybody waits. */
  isHeldUp?: boolean
  /** Calendar days before today on which it was assigned. */
  daysAgo: number
}

const text = (problem: string, asks: readonly string[]) =>
  [problem, '为此建议：', ...asks.map((ask, i) => `${['一', '二', '三', '四'][i] ?? '五'}是${ask}。`)].join(
    '\n',
  )

type Draft = Omit<DemoProposal, 'text'> & { problem: string }

const drafts: readonly Draft[] = [
  { track: 'npc', officialNo: '0244', subject: '关于规范实验室危险废物集中处置的建议', sponsors: ['祁观澜'], problem: '高校和园区实验室废液零散存放，转运没有统一时间，安全责任不清。', asks: ['建立分片定时收运制度', '明确园区牵头单位'], asked: [], stage: 'registered', daysAgo: 3 },
  { track: 'cppcc', officialNo: '0253', subject: '关于支持老字号企业数字化改造的提案', sponsors: ['苗望岫'], problem: '本市老字号企业多为小微规模，数字化投入少、见效慢。', asks: ['安排改造诊断补助', '组织院所结对服务'], asked: [], stage: 'triage', daysAgo: 5 },
  { track: 'npc', officialNo: '0247', subject: '关于科普场馆夜间开放的建议', sponsors: ['黎晓岚'], isOffSession: true, problem: '上班族和学生白天难以到馆，科普场馆利用率不高。', asks: ['试行周五周六夜间开放', '增加志愿讲解'], asked: [], stage: 'assigned', daysAgo: 8 },
  { track: 'npc', officialNo: '0231', subject: '关于在乡镇中心校设立科普活动室的建议', sponsors: ['黎晓岚'], problem: '乡镇学生接触科技活动的机会少，器材陈旧。', asks: ['三年内覆盖乡镇中心校', '配备兼职辅导员'], asked: [], stage: 'handling', daysAgo: 24 },
  { track: 'npc', officialNo: '0217', subject: '关于支持中小企业共享大型科研仪器的建议', sponsors: ['苏见微', '邢伯文'], isKey: true, problem: '大型仪器集中在高校院所，中小企业借用手续繁、收费不明。', asks: ['公布可共享仪器目录和收费标准', '对使用企业给予补助', '把开放情况纳入高校院所考核'], asked: ['市教委', '市财政局', '市人力社保局'], stage: 'asked', daysAgo: 30 },
  { track: 'cppcc', officialNo: '0187', subject: '关于开放高校实验场馆的提案', sponsors: ['段长风'], problem: '高校实验场馆假期闲置，社会需求无处预约。', asks: ['建立统一预约平台', '明确安全责任和保险'], asked: ['市教委'], stage: 'drafting', daysAgo: 62 },
  { track: 'cppcc', officialNo: '0098', subject: '关于完善乡镇科技特派员服务体系的提案', sponsors: ['段长风'], problem: '科技特派员派得下、留不住、管不实，补助多年未调整。', asks: ['先摸需求再派专家', '每个乡镇设立服务站', '让农户参与考核'], asked: ['市财政局'], stage: 'returned', daysAgo: 84 },
  { track: 'npc', officialNo: '0176', subject: '关于加快技术经纪人队伍建设的建议', sponsors: ['邢伯文'], problem: '技术经纪人数量少、职业发展通道不清，供需对接不畅。', asks: ['开展分级培训', '打通职称评定通道'], asked: ['市人力社保局'], stage: 'clearance', daysAgo: 66 },
  { track: 'cppcc', officialNo: '0163', subject: '关于建设市级中试基地的提案', sponsors: ['民盟云汀市委'], isOrganisation: true, problem: '实验室成果到工厂之间缺少中试环节，企业不敢接、院所转不出。', asks: ['依托园区建设两个中试基地', '设立中试风险补偿'], asked: ['市财政局'], stage: 'cleared', daysAgo: 76 },
  { track: 'npc', officialNo: '0159', subject: '关于推广绿色低碳技术应用的建议', sponsors: ['祁观澜'], problem: '低碳技术目录更新慢，企业难以判断哪些技术适用。', asks: ['每年更新推荐目录', '组织现场观摩'], asked: [], stage: 'signed', daysAgo: 78 },
  { track: 'npc', officialNo: '0142', subject: '关于加强青年科技人才安居保障的建议', sponsors: ['邢伯文'], problem: '青年科技人才住房压力大，园区配套不足。', asks: ['筹集人才公寓', '优化申请办法'], asked: ['市人力社保局'], stage: 'replied', daysAgo: 85 },
  { track: 'cppcc', officialNo: '0135', subject: '关于规范青少年编程培训的提案', sponsors: ['苗望岫'], problem: '编程培训机构良莠不齐，家长难以选择。', asks: ['发布课程指引', '建立投诉处理机制'], asked: ['市教委'], stage: 'answered', daysAgo: 86 },
  { track: 'npc', officialNo: '0121', subject: '关于开展社区科普大讲堂的建议', sponsors: ['苏见微'], problem: '社区科普活动时断时续，老年人对科学健康知识需求强。', asks: ['形成固定讲座安排', '组建专家库'], asked: [], stage: 'closed', daysAgo: 88 },
  { track: 'cppcc', officialNo: '0107', subject: '关于设立科技成果转化首贷风险补偿的提案', sponsors: ['段长风'], problem: '科技型企业首次贷款难，银行缺乏风险分担。', asks: ['设立首贷风险补偿资金', '建立白名单'], asked: ['市财政局'], stage: 'archived', daysAgo: 89 },
  { track: 'npc', officialNo: '0252', subject: '关于乡村快递网点配备冷链设备的建议', sponsors: ['黎晓岚'], problem: '乡村生鲜寄递损耗大。', asks: ['补助冷链设备'], asked: [], stage: 'voided', daysAgo: 12 },
  { track: 'cppcc', officialNo: '0203', subject: '关于培养农村电商技术人才的提案', sponsors: ['苗望岫'], isAssist: true, problem: '农村电商缺少懂技术、会运营的人才。', asks: ['组织技术培训'], asked: [], stage: 'closed', daysAgo: 60 },
  { track: 'npc', officialNo: '0209', subject: '关于建设数字农业示范园的建议', sponsors: ['祁观澜'], isAssist: true, problem: '数字农业应用分散，示范带动不足。', asks: ['建设示范园'], asked: [], stage: 'handling', isHeldUp: true, daysAgo: 12 },
  { track: 'npc', officialNo: '0258', subject: '关于规范社区诊所医疗废物收运的建议', sponsors: ['祁观澜'], problem: '社区诊所医疗废物量小分散，收运不及时。', asks: ['统一收运时间'], asked: [], stage: 'triage', daysAgo: 4 },
  { track: 'npc', officialNo: '0241', subject: '关于增设老城区公共厕所的建议', sponsors: ['黎晓岚', '苏见微'], problem: '老城区公共厕所少、距离远。', asks: ['增设公共厕所'], asked: [], stage: 'triage', daysAgo: 21 },
  { track: 'cppcc', officialNo: '0226', subject: '关于在景区设置科普解说牌的提案', sponsors: ['苗望岫'], problem: '景区科普解说内容陈旧。', asks: ['更新解说牌'], asked: ['市教委'], stage: 'drafting', daysAgo: 52 },
  { track: 'cppcc', officialNo: '0264', subject: '关于支持高校在乡村建设科技小院的提案', sponsors: ['段长风'], problem: '科技小院经费和住宿缺少保障。', asks: ['安排驻点经费'], asked: [], stage: 'triage', daysAgo: 6 },
  { track: 'cppcc', officialNo: '0266', subject: '关于推广科技小院模式的提案', sponsors: ['民盟云汀市委'], isOrganisation: true, problem: '科技小院覆盖面小，经验没有推开。', asks: ['每个县建设一个科技小院'], asked: [], stage: 'triage', daysAgo: 6 },
] // prettier-ignore

export const demoProposals: readonly DemoProposal[] = drafts.map(({ problem, ...rest }) => ({
  ...rest,
  text: text(problem, rest.asks),
}))
