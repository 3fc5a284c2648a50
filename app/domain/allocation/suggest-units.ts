import type { Item, Suggestion } from './suggest-divisions'

export type Unit = { id: string; fullName: string; shortName: string }

/** A like item of this or an earlier year, and which units were asked for an opinion then. */
export type AskedThen = { registerNo: string; unitIds: readonly string[]; score: number }

const most = 5

/** Which units an item concerns, the likeliest first: named in its words, or asked when the like was handled. */
export function suggestUnits(
  { subject, text }: Pick<Item, 'subject' | 'text'>,
  units: readonly Unit[],
  then: readonly AskedThen[],
): Suggestion[] {
  return units
    .map((unit): Suggestion => {
      const field = fieldOf(unit.fullName)
      const name = [unit.fullName, unit.shortName].find((n) => n && `${subject}${text}`.includes(n))
      const isField = field !== '' && subject.includes(field)
      const inText = field === '' ? 0 : text.split(field).length - 1
      const asked = then.filter((one) => one.unitIds.includes(unit.id))
      return {
        id: unit.id,
        score: (name ? 3 : 0) + (isField ? 1.5 : 0) + Math.min(inText, 3) * 0.5 + asked.reduce((sum, one) => sum + 1.5 * Math.min(one.score, 1), 0),
        reasons: [
          ...asked.slice(0, 2).map((one) => `相似的 ${one.registerNo} 请它会办过`),
          ...(name ? [`写明“${name}”`] : isField || inText > 0 ? [`${isField ? '案由' : '正文'}提到“${field}”`] : []),
        ],
      }
    })
    .filter((s) => s.reasons.length > 0)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, most)
} // prettier-ignore

/** What a unit is for: 云汀市财政局 → 财政, 云汀市教育委员会 → 教育. */
const fieldOf = (fullName: string): string =>
  /^(?:.*?[省市区县州])?(?:人民政府)?(.{2,6}?)(?:和.+)?(?:委员会|办公室|管理局|局|委|厅|办)$/u.exec(
    fullName,
  )?.[1] ?? ''
