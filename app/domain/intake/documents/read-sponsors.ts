import type { SponsorKind } from '../../proposal/words-of-the-trade'

const organisation =
  /委员会|支部|总支|工商联|民盟|民革|民建|民进|农工党|农工民主党|致公党|九三学社|台盟|妇联|总工会|共青团|团市委|团区委|团县委|科协|侨联|台联|文联|联合会|协会|界别?$|小组$|工作站|活动组|代表团/

export const isOrganisation = (name: string) => organisation.test(name)

const oneLetter = /^\p{Script=Han}$/u

/** “段 长风”, “林 见 深”: a name is padded to the width of the others, and its letters stand apart. */
function unpadded(parts: readonly string[]): string[] {
  const names: string[] = []
  for (let i = 0; i < parts.length;) {
    const rest = parts.slice(i)
    const next = rest.findIndex((part) => !oneLetter.test(part))
    const letters = next < 0 ? rest : rest.slice(0, next)
    const after = rest[letters.length] ?? ''
    if (letters.length === 1 && /^\p{Script=Han}{2,3}$/u.test(after)) names.push(`${letters[0]}${after}`)
    else names.push(...inNames(letters), ...(after === '' ? [] : [after]))
    i += letters.length + (after === '' ? 0 : 1)
  }
  return names
}

/** Letters that stand apart, as names of three where that comes out even, else of two. */
function inNames(letters: readonly string[]): string[] {
  const size = letters.length % 3 === 0 ? 3 : 2
  return Array.from({ length: Math.ceil(letters.length / size) }, (_, i) =>
    letters.slice(i * size, (i + 1) * size).join(''),
  )
}

const nobody = /^(无|无附议|没有|\/|-+|—+|签名|盖章|等)$/
/** Two to four letters, or a name with its dot: 古丽·艾山. */
const person = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,8}[·•]\p{Script=Han}{1,8})$/u

/** Names as a sheet lists them: parted by commas, gaps or lines, with titles and counts that are no part of them. */
export function namesIn(text: string): string[] {
  if (/[。！？]|^[一二三四五六七八九十]、/.test(text)) return []
  const plain = text
    .replaceAll(/[（(][^（）()]{0,30}[）)]/g, ' ')
    .replaceAll(/1\d{10}|0\d{2,3}-?\d{7,8}/g, ' ')
    .replaceAll(/共?等?\s*[\d一二三四五六七八九十]+\s*(?:名|位|人)(?:代表|委员)?/g, ' ')
  const parts = plain
    .split(/[、,，;；/\n\t]/)
    .flatMap((part) => unpadded(part.trim().split(/[\s\u3000]+/)))
    .map((name) =>
      name
        .replace(/^(?:领衔|第一提案人)[:：]?/, '')
        .replace(/(?:代表|委员|同志|女士|先生)$/, '')
        .replace(/等$/, ''),
    )
  const known = parts.filter((name) => name !== '' && !nobody.test(name))
  return [
    ...new Set(known.filter((name) => person.test(name) || (isOrganisation(name) && name.length <= 40))),
  ]
}

export const sponsorKindOf = (names: readonly string[]): SponsorKind =>
  names.some(isOrganisation) ? 'organisation' : names.length > 1 ? 'joint' : 'individual'
