import { outcomes, tracks } from '../proposal/words-of-the-trade'
import { contactingOf, contactingWords } from '../proposal/contacting'
import { ratingWords, trackWords } from '../proposal/words'
import { roleWords } from '../proposal/who-can-help'
import { citationWords } from './citation-words'
import { deadlineKinds, kindWords, type FurtherKind } from './deadline-words'
import type { Citation, DeadlineRule, RuleProfile } from './rule-profile'
import {
  chainWords,
  countedWords,
  jointWords,
  organisationWords,
  raterWords,
  receiptPlaceWords,
  ruleWords,
  unitKindWords,
  whenWords,
} from './sheet-words'
import { wordingLines } from './wording-lines'

/** One line of a profile as a bureau would print it; `key` finds the same line in another version. */
export type SheetLine = {
  key: string
  label: string
  value: string
  source: string | null
  /** Taken from the statutory default for want of a rule of the place's own. */
  isDefault: boolean
}
export type SheetSection = { id: string; title: string; lines: SheetLine[] }

const line = (key: string, label: string, value: string, cited?: Citation): SheetLine => ({
  key, label, value, source: cited ? citationWords(cited) : null, isDefault: false,
}) // prettier-ignore

export const profileSheet = (profile: RuleProfile): SheetSection[] =>
  [
    { id: 'about', title: '适用', lines: aboutLines(profile) },
    { id: 'deadlines', title: '期限', lines: deadlineKinds.flatMap((kind) => deadlineLines(profile.deadlines[kind])) },
    { id: 'further', title: '另有的时限（不自动计时）', lines: furtherLines(profile) },
    { id: 'clearance', title: '审核签发', lines: clearanceLines(profile) },
    { id: 'answer', title: '答复、回执与抄送', lines: answerLines(profile) },
    { id: 'classes', title: '办理结果', lines: classLines(profile) },
    { id: 'wording', title: '行文', lines: wordingLines(profile).map(({ key, label, value }) => line(key, label, value)) },
  ]
    .map((section) => ({ ...section, lines: section.lines.filter((l) => isOfTrack(profile, l)) }))
    .filter((section) => section.lines.length > 0) // prettier-ignore

/** A profile for one kind of proposal has nothing to say of the other. */
const isOfTrack = (profile: RuleProfile, { key }: SheetLine) =>
  tracks.every((track) => (profile.tracks ?? tracks).includes(track) || !key.endsWith(`.${track}`))

function aboutLines({ name, tracks: of, effectiveFrom, effectiveTo, verified, caution }: RuleProfile) {
  return [
    line('name', '名称', name),
    line('tracks', '适用于', (of ?? tracks).map((track) => trackWords[track]).join('、')),
    line(
      'effective',
      '施行',
      `${effectiveFrom ?? '来源未写明'}${effectiveTo ? ` 至 ${effectiveTo}` : ' 起'}`,
    ),
    line('verified', '核对', verified ? '已与公布文本逐条核对' : '尚未与公布文本核对'),
    ...(caution === undefined ? [] : [line('caution', '注意', caution)]),
  ]
}

function deadlineLines(rule: DeadlineRule): SheetLine[] {
  const own = line(`deadline.${rule.kind}`, rule.name, ruleWords(rule), rule.citation)
  const variants = (rule.variants ?? []).map((v) =>
    line(
      `deadline.${rule.kind}.${whenWords(v.when)}`,
      `${rule.name}（${whenWords(v.when)}）`,
      countedWords(v),
      v.citation ?? rule.citation,
    ),
  )
  return [{ ...own, isDefault: rule.basis !== undefined }, ...variants]
}

const furtherLines = ({ further = {} }: RuleProfile) =>
  Object.entries(further).map(([kind, rule]) =>
    line(`further.${kind}`, kindWords[kind as FurtherKind], ruleWords(rule), rule.citation),
  )

function clearanceLines({ clearanceChain, signerRole, chains = [], signing }: RuleProfile) {
  return [
    line('chain', '审核', chainWords(clearanceChain)),
    line('signer', '签发', roleWords[signerRole]),
    ...chains.map((c) =>
      line(
        `chain.${whenWords(c.when)}`,
        `审核签发（${whenWords(c.when)}）`,
        `${chainWords(c.chain)} → ${roleWords[c.signerRole ?? signerRole]}签发`,
      ),
    ),
    ...(signing ? [line('signing', '签发要求', signing.note, signing.citation)] : []),
    ...(signing?.outsideReview
      ? [line('outside', '签发前送审', signing.outsideReview, signing.citation)]
      : []),
  ]
}

function answerLines(profile: RuleProfile) {
  const { answering, receipts, ratings, ccOrder } = profile
  const { choices, reasonRequiredFor } = ratings
  const addressees = answering
    ? [
        answering.joint && jointWords[answering.joint],
        answering.organisation && organisationWords[answering.organisation],
        answering.assigningBodyAnswers ? '由交办机关统一答复' : '由承办单位直接答复',
      ].filter((words) => words !== null)
    : []
  const returned = receipts
    ? [receipts.ratedBy && raterWords[receipts.ratedBy], `反馈到${receipts.goesTo.map((p) => receiptPlaceWords[p]).join('、')}`]
    : [] // prettier-ignore
  return [
    line(
      'contacting',
      '与代表委员沟通',
      contactingWords(contactingOf(profile)),
      contactingOf(profile).citation,
    ),
    ...(answering ? [line('answering', '答复对象', addressees.join('；'), answering.citation)] : []),
    ...(receipts ? [line('receipts', '回执', returned.filter(Boolean).join('，'), receipts.citation)] : []),
    line(
      'ratings',
      '评价等次',
      `${choices.map((c) => c.label).join('、')}；选${reasonRequiredFor.map((r) => ratingWords[r]).join('、')}的须写意见`,
    ),
    ...tracks.map((track) =>
      line(
        `cc.${track}`,
        `抄送（${trackWords[track]}）`,
        ccOrder[track].map((kind) => unitKindWords[kind]).join('、'),
      ),
    ),
  ]
}

function classLines(profile: RuleProfile) {
  const { outcomeLetter, outcomeWords, classMeanings, bRequiresDatedCommitment } = profile
  const letters = (['A', 'B', 'C', 'D'] as const).filter((letter) =>
    Object.values(outcomeLetter).includes(letter),
  )
  return [
    ...letters.map((letter) => {
      const printed = outcomes.filter((o) => outcomeLetter[o] === letter).map((o) => outcomeWords[o])
      const meaning = classMeanings?.[letter]
      return line(
        `class.${letter}`,
        profile.wording.outcomeMark.replaceAll('{letter}', letter),
        `${printed.join('、')}${meaning ? `（当地：${meaning}）` : ''}`,
        meaning ? classMeanings?.citation : undefined,
      )
    }),
    line('b', 'B类的承诺', bRequiresDatedCommitment ? '须登记写明完成时间的承诺事项' : '不要求登记承诺事项'),
  ]
}
