import type { Citation, RuleProfile } from '../rule-profile'

const deputiesLaw = '中华人民共和国全国人民代表大会和地方各级人民代表大会代表法'

const practice: Citation = { practice: true, note: '法律未规定，本局惯例，可改' }

/**
 * What national law alone prescribes, filled up with common practice where it is silent; each rule says which.
 * Not verified: the article numbers still wait for a person to compare them with the official publication.
 */
export const statutoryDefault: RuleProfile = {
  id: 'CN-LAW-2025',
  version: 1,
  name: '全国通用（代表法）',
  effectiveFrom: '2025-03-11',
  effectiveTo: null,
  verified: false,
  deadlines: {
    return_window: {
      kind: 'return_window', name: '退办期限', unit: 'workday', amount: 10, wideAmount: null, maxAmount: null,
      startEvent: 'assigned', citation: practice, soonThreshold: 2,
    },
    contact: {
      kind: 'contact', name: '首次沟通', unit: 'workday', amount: 20, wideAmount: null, maxAmount: null,
      startEvent: 'received', citation: practice, soonThreshold: 3,
    },
    opinion: {
      kind: 'opinion', name: '会办意见', unit: 'workday', amount: 20, wideAmount: null, maxAmount: null,
      startEvent: 'request_sent', citation: practice, soonThreshold: 3,
    },
    reply: {
      kind: 'reply', name: '答复', unit: 'month', amount: 3, wideAmount: 6, maxAmount: 6,
      startEvent: 'assigned', soonThreshold: 15,
      citation: { law: deputiesLaw, edition: '2025年修正', article: '第五十一条', note: '政协提案法律未规定，本局惯例参照执行，可改' },
    },
    receipt: {
      kind: 'receipt', name: '回执', unit: 'workday', amount: 20, wideAmount: null, maxAmount: null,
      startEvent: 'letter_issued', citation: practice, soonThreshold: 5,
    },
    rework: {
      kind: 'rework', name: '重新办理', unit: 'month', amount: 1, wideAmount: null, maxAmount: null,
      startEvent: 'rework_ordered', citation: practice, soonThreshold: 7,
    },
    publication: {
      kind: 'publication', name: '公开', unit: 'workday', amount: 20, wideAmount: null, maxAmount: null,
      startEvent: 'letter_issued', soonThreshold: 5,
      citation: { law: '中华人民共和国政府信息公开条例', edition: '2019年修订', article: '第二十六条', note: null },
    },
  },
  contacting: {
    beforeReply: 1, phases: [], channels: null, noneWishedCounts: true,
    citation: { law: deputiesLaw, edition: '2025年修正', article: '第五十一条', note: '办理时联系沟通、听取意见；政协提案参照执行' },
  },
  signerRole: 'director',
  clearanceChain: [['division_head'], ['office_reviewer', 'secrecy_reviewer', 'openness_reviewer'], ['deputy']],
  ratings: {
    choices: [
      { value: 'satisfied', label: '满意' },
      { value: 'basically', label: '基本满意' },
      { value: 'dissatisfied', label: '不满意' },
    ],
    aspects: { attitude: '办理态度', result: '办理结果' },
    reasonRequiredFor: ['dissatisfied'],
  },
  outcomeLetter: {
    resolved: 'A', adopted: 'A',
    in_progress: 'B', planned: 'B', partly: 'B',
    reference: 'C', not_feasible: 'C', deferred: 'C', superior_authority: 'C',
  },
  outcomeWords: {
    resolved: '已经解决', adopted: '已经采纳',
    in_progress: '正在解决', planned: '列入计划解决', partly: '部分解决',
    reference: '留作参考', not_feasible: '暂不具备条件', deferred: '暂缓解决', superior_authority: '属上级机关职权',
  },
  bRequiresDatedCommitment: true,
  layout: 'letter',
  ccOrder: {
    npc: ['government_office', 'oversight_npc', 'co_handling'],
    cppcc: ['government_office', 'oversight_cppcc', 'co_handling'],
  },
  wording: {
    title: {
      npc: '{issuer}关于{meeting}第{officialNo}号建议的复函',
      cppcc: '{issuer}关于{meeting}第{officialNo}号提案的复函',
    },
    opening: {
      npc: '{pronoun}提出的《{subject}》（第{officialNo}号建议）收悉。现将办理情况答复如下：',
      cppcc: '{pronoun}提出的《{subject}》（第{officialNo}号提案）收悉。现将办理情况答复如下：',
    },
    openingWithCoHandlers: {
      npc: '{pronoun}提出的《{subject}》（第{officialNo}号建议）收悉。经我局会同{coHandlers}研究办理，现答复如下：',
      cppcc: '{pronoun}提出的《{subject}》（第{officialNo}号提案）收悉。经我局会同{coHandlers}研究办理，现答复如下：',
    },
    signOff: {
      npc: '此复函已经{bureauShort}{signerName}{signerTitle}审签',
      cppcc: '此复函已经{bureauShort}{signerName}{signerTitle}审签',
    },
    salutation: {
      individual: '{name}{honorific}：',
      joint: '{name}等{count}位{honorific}：',
      organisation: '{name}：',
    },
    honorific: { npc: '代表', cppcc: '委员' },
    pronoun: { individual: '您', organisation: '贵单位' },
    receiptSentence: {
      npc: '对以上答复如有意见，请填写回执反馈我局。',
      cppcc: '对以上答复如有意见，请填写回执反馈我局。',
    },
    docNumber: '{code}〔{year}〕{seq}号',
    outcomeMark: '{letter}类',
  },
} // prettier-ignore
