import { placeholdersInWords } from './placeholder-words'
import type { RuleProfile } from './rule-profile'

type Wording = RuleProfile['wording']

/** Each local wording: where it stands in the data, its name, and how it is read. */
export const wordingFields = [
  ['title.npc', '标题（建议）'],
  ['title.cppcc', '标题（提案）'],
  ['opening.npc', '开头（建议）'],
  ['opening.cppcc', '开头（提案）'],
  ['openingWithCoHandlers.npc', '开头（建议，有会办）'],
  ['openingWithCoHandlers.cppcc', '开头（提案，有会办）'],
  ['signOff.npc', '审签语（建议）'],
  ['signOff.cppcc', '审签语（提案）'],
  ['salutation.individual', '称谓（个人）'],
  ['salutation.joint', '称谓（联名）'],
  ['salutation.organisation', '称谓（集体）'],
  ['honorific.npc', '敬称（建议）'],
  ['honorific.cppcc', '敬称（提案）'],
  ['pronoun.individual', '正文称呼（个人）'],
  ['pronoun.organisation', '正文称呼（集体）'],
  ['receiptSentence.npc', '征询语（建议）'],
  ['receiptSentence.cppcc', '征询语（提案）'],
  ['docNumber', '发文字号'],
  ['outcomeMark', '办理结果标注'],
] as const

/** The wording at “title.npc”. */
export const wordingAt = (wording: Wording, place: string): string => {
  const [first = '', second] = place.split('.')
  const found: unknown = Reflect.get(wording, first)
  if (second === undefined) return String(found)
  return typeof found === 'object' && found !== null ? String(Reflect.get(found, second)) : ''
}

const numberingWords = { separate: '复函与会办意见各编各的号', shared: '复函与会办意见合编一个号' } as const

export function wordingLines({ wording, numbering, closings, layout }: RuleProfile) {
  const said = wordingFields.map(([place, label]) => ({
    key: `wording.${place}`,
    label,
    value: placeholdersInWords(wordingAt(wording, place)),
  }))
  const tracks = [
    { track: 'npc', label: '结尾语（建议）' },
    { track: 'cppcc', label: '结尾语（提案）' },
  ] as const
  return [
    { key: 'layout', label: '格式', value: layout === 'letter' ? '信函格式' : '文件格式' },
    ...(numbering ? [{ key: 'numbering', label: '编号', value: numberingWords[numbering] }] : []),
    ...said,
    ...tracks.flatMap(({ track, label }) =>
      closings && closings[track].length > 0
        ? [{ key: `closings.${track}`, label, value: closings[track].join(' / ') }]
        : [],
    ),
  ]
}
