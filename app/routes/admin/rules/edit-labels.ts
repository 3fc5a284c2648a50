import { deadlineKinds, kindWords } from '~/domain/deadlines/deadline-words'
import { wordingFields } from '~/domain/deadlines/wording-lines'
import { outcomes } from '~/domain/proposal/words-of-the-trade'
import { outcomeWords } from '~/ui/words'
import { customLabels } from './custom-fields'

/** The fields of one deadline, as the form calls them. */
export const ruleFieldWords = {
  unit: '算法',
  amount: '期限',
  wideAmount: '涉及面广的期限',
  maxAmount: '延期后最长',
  monthDay: '固定日期',
  rollsForward: '遇休息日顺延',
  startEvent: '起算',
  soonThreshold: '提前提醒',
  needsConsent: '延期须经同意',
  isPlain: '不再区分情形',
  law: '依据文件',
  edition: '版本',
  article: '条款',
  note: '说明',
} as const

/** The name of every field of the form, by its place: the summary of errors says which is meant. */
export const editLabels: Readonly<Record<string, string>> = {
  name: '名称',
  effectiveFrom: '施行日期',
  effectiveTo: '失效日期',
  caution: '注意事项',
  verified: '已与公布文本逐条核对',
  signerRole: '签发人',
  chain: '审核环节',
  priorityChain: '重点件的审核环节',
  prioritySigner: '重点件签发人',
  assistChain: '会办件的审核环节',
  assistSigner: '会办件签发人',
  'cc.npc': '抄送（建议）',
  'cc.cppcc': '抄送（提案）',
  bRequiresDatedCommitment: 'B类须登记写明完成时间的承诺事项',
  ...customLabels,
  numbering: '编号',
  'closings.npc': '结尾语（建议）',
  'closings.cppcc': '结尾语（提案）',
  ...Object.fromEntries(outcomes.map((outcome) => [`outcome.${outcome}`, outcomeWords[outcome]])),
  ...Object.fromEntries(wordingFields.map(([place, label]) => [`wording.${place}`, label])),
  ...Object.fromEntries(
    deadlineKinds.flatMap((kind) =>
      Object.entries(ruleFieldWords).map(([name, label]) => [
        `${kind}.${name}`,
        `${kindWords[kind]}·${label}`,
      ]),
    ),
  ),
}
