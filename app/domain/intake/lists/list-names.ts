import { withoutHiddenCharacters } from '../../drafting/plain-text'
import type { SponsorKind } from '../../proposal/words-of-the-trade'

/** One line of text as printed: no line breaks, no characters nobody sees, single blanks. */
export const oneLine = (text: string) =>
  withoutHiddenCharacters(text.replaceAll(/\r\n|[\n\r\v\f\u2028\u2029]/g, ' '))
    .replaceAll(/[\s\u3000]+/g, ' ')
    .trim()

/** 第0222号 → 0222; full-width digits become plain ones, zeros stay. */
export const officialNoOf = (text: string) =>
  oneLine(text.normalize('NFKC'))
    .replaceAll(' ', '')
    .replace(/^第(.+?)号?$/, '$1')
    .replace(/(?<=\d)号$/, '')

/**
 * The names in a cell. Blanks part names of two characters and more, but 李明 with a wide blank between is one man; “等5人” is
 * nobody's name.
 */
export function namesIn(text: string): string[] {
  const parts = text.normalize('NFC').split(/[、，,；;/|\n\r]+/)
  const names = parts.flatMap((part) => {
    const bare = oneLine(part)
      .replace(/[（(]?等\s*\d*\s*[人名位]?[）)]?$/, '')
      .trim()
    const words = bare.split(' ').filter(Boolean)
    return words.every((word) => word.length > 1) && words.every((word) => /^[\p{Script=Han}·]+$/u.test(word))
      ? words
      : [bare.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')]
  })
  return [...new Set(names.filter(Boolean))]
}

/** Parties, people's organisations, sectors, special committees, delegations, member groups (domain.md §2.3). */
const organisation =
  /(委员会|专委会|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|工商联|工会|团委|共青团|妇联|青联|科协|侨联|台联|侨委|界别?|小组|代表团|活动组|工作站|联络组|联合会|学会|协会|商会|支部|总支|市委|区委|县委|省委)(?:[（(].*[）)])?$/

const kindWords: [RegExp, SponsorKind][] = [
  [/集体|团体|党派|界别|组织|单位|代表团/, 'organisation'],
  [/联名|共同/, 'joint'],
  [/个人|委员|代表/, 'individual'],
]

export function sponsorKindOf(said: string, names: readonly string[]): SponsorKind {
  const byWord = kindWords.find(([word]) => word.test(said))?.[1]
  if (byWord === 'organisation' || (names.length > 0 && names.every((name) => organisation.test(name))))
    return 'organisation'
  return names.length > 1 ? 'joint' : 'individual'
}
