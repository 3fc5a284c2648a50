import type { UnitKind } from '../people/kinds'
import { handlingRoleWords, trackWords } from '../proposal/words'
import { roleWords } from '../proposal/who-can-help'
import type { Circumstances, FurtherRule } from './deadline-rule'
import { amountWords, startWords, type TermUnit } from './deadline-words'
import type { DeadlineRule, RuleProfile } from './rule-profile'

/** A profile's data in the bureau's words, for the sheet and for what changed between two versions. */
export const unitKindWords: Record<UnitKind, string> = {
  assigning: '交办机关',
  government_office: '政府办公厅',
  oversight_npc: '人大代表工作机构',
  oversight_cppcc: '政协提案委',
  co_handling: '会办单位',
}

type Asked = NonNullable<RuleProfile['answering']>
type Rated = NonNullable<RuleProfile['receipts']>

export const jointWords: Record<NonNullable<Asked['joint']>, string> = {
  each_signer: '联名的逐一答复每位代表委员',
  lead_relays: '联名的主要答复领衔人，由其转告',
  each_or_lead: '联名的逐一答复，经同意可由领衔人转告',
}

export const organisationWords: Record<NonNullable<Asked['organisation']>, string> = {
  itself: '集体提出的答复该集体',
  liaison_group: '代表团提出的答复其代表联系组',
  npc_office: '代表团提出的经当地人大转交',
}

export const raterWords: Record<NonNullable<Rated['ratedBy']>, string> = {
  each_signer: '每位提出人评价',
  lead: '领衔人评价',
}

export const receiptPlaceWords: Record<Rated['goesTo'][number], string> = {
  handler: '承办单位',
  platform: '履职平台',
  assigning: '交办机关',
  oversight: '人大、政协工作机构',
}

export const chainWords = (chain: RuleProfile['clearanceChain']): string =>
  chain.map((group) => group.map((role) => roleWords[role]).join('、')).join(' → ')

export function whenWords(when: Circumstances): string {
  return [
    when.region === undefined ? '' : `${when.region}级会议`,
    when.track === undefined ? '' : trackWords[when.track],
    when.sessionKind === undefined ? '' : { plenary: '大会', off_session: '闭会（平时）' }[when.sessionKind],
    when.sponsorKind === undefined
      ? ''
      : { individual: '个人', joint: '联名', organisation: '集体' }[when.sponsorKind],
    when.handlingRole === undefined ? '' : handlingRoleWords[when.handlingRole],
    when.priority === undefined ? '' : { normal: '普通件', key: '重点件' }[when.priority],
  ]
    .filter(Boolean)
    .join('、')
}

type Counted =
  | { unit: TermUnit; amount: number; wideAmount: number | null; maxAmount: number | null }
  | { unit: 'fixed'; monthDay: string; rollsForward: boolean }

/** “3 个月，涉及面广、处理难度大的 6 个月” · “6月30日前” */
export function countedWords(rule: Counted): string {
  if (rule.unit === 'fixed') {
    const [month, day] = rule.monthDay.split('-').map(Number)
    return `${month}月${day}日前${rule.rollsForward ? '，遇休息日顺延' : ''}`
  }
  const { amount, wideAmount, maxAmount, unit } = rule
  const wide = wideAmount === null ? '' : `，涉及面广、处理难度大的 ${amountWords(wideAmount, unit)}`
  const most =
    maxAmount === null || maxAmount === wideAmount ? '' : `，延期后最长 ${amountWords(maxAmount, unit)}`
  return `${amountWords(amount, unit)}${wide}${most}`
}

/** The whole rule in a line: from when, how long, what an extension takes. */
export function ruleWords(rule: DeadlineRule | FurtherRule): string {
  const from = rule.unit === 'fixed' ? '' : `${startWords[rule.startEvent]}之日起 `
  return `${from}${countedWords(rule)}${extensionWords(rule)}`
}

function extensionWords({ extension }: DeadlineRule | FurtherRule): string {
  if (!extension) return ''
  const { needsConsent, tellsDelegate } = extension
  const consent =
    needsConsent === null
      ? '来源未写明延期是否须经同意'
      : needsConsent
        ? '延期须经交办机关同意'
        : '延期不须同意'
  return `，${consent}${tellsDelegate ? '，并告知代表委员' : ''}`
}
