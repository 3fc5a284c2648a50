import { unitKindWords } from '../deadlines/sheet-words'
import { unitKinds, type UnitKind } from '../people/kinds'
import { lineOf, type HeadWords } from './columns'

export type UnitField = 'fullName' | 'shortName' | 'kind'

export const unitHeads: HeadWords<UnitField> = {
  fullName: ['单位全称', '全称', '单位名称', '名称', '单位'],
  shortName: ['简称', '单位简称', '规范简称'],
  kind: ['类别', '单位类别', '类型', '单位类型'],
}

type Unit = { fullName: string; shortName: string; kind: UnitKind }
export type JudgedUnit = {
  position: number
  name: string
  unit: Unit | null
  outcome: 'new' | 'same' | 'faulty'
  problem: string | null
}

/** 会办 where the list does not say; undefined for a kind nobody knows. */
function kindIn(text: string): UnitKind | undefined {
  if (text === '') return 'co_handling'
  const by: [RegExp, UnitKind][] = [
    [/会办|协办|承办|主办/, 'co_handling'], [/办公厅|政府办/, 'government_office'], [/人大/, 'oversight_npc'],
    [/政协/, 'oversight_cppcc'], [/交办/, 'assigning'],
  ] // prettier-ignore
  return unitKinds.find((k) => unitKindWords[k] === text) ?? by.find(([word]) => word.test(text))?.[1]
}

/** Each row against the units there are and the rows before it: a name finds one unit, full or short. */
export function judgeUnits(
  rows: readonly { position: number; cell: (field: UnitField) => string | undefined }[],
  there: readonly Unit[],
): JudgedUnit[] {
  const known = [...there]
  return rows.map(({ position, cell }) => {
    const fullName = lineOf(cell('fullName')).slice(0, 200)
    const shortName = lineOf(cell('shortName')) || fullName
    const kind = kindIn(lineOf(cell('kind')))
    const faulty = (problem: string): JudgedUnit => ({
      position,
      name: fullName,
      unit: null,
      outcome: 'faulty',
      problem,
    })
    if (fullName === '') return faulty('没有单位名称。')
    if (fullName.length > 80) return faulty('全称最多 80 字。')
    if (shortName.length > 20) return faulty('简称最多 20 字；没有简称列的，请加上。')
    if (kind === undefined) return faulty(`不认识类别“${lineOf(cell('kind')).slice(0, 20)}”。`)
    const same = known.find((u) => u.fullName === fullName)
    if (same) return { position, name: fullName, unit: null, outcome: 'same', problem: null }
    const clash = known.find((u) => [u.fullName, u.shortName].some((n) => n === shortName || n === fullName))
    if (clash) return faulty(`与${clash.fullName}（${clash.shortName}）重名。`)
    const unit = { fullName, shortName, kind }
    known.push(unit)
    return { position, name: fullName, unit, outcome: 'new', problem: null }
  })
}
