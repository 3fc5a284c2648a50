import type { HandlingRole } from '../../proposal/words-of-the-trade'
import { oneLine } from './list-names'

export type KnownUnit = { id: string; fullName: string; shortName: string }
export type OwnName = { name: string; shortName: string; region: string }

const unitsIn = (cell: string) =>
  cell
    .split(/[、，,；;\n\r]+/)
    .map((name) => oneLine(name).replaceAll(' ', ''))
    .filter(Boolean)

/** 云汀市科学技术局 and 市科技局 are also 市科学技术局 and 科技局. */
const variants = ({ name, shortName, region }: OwnName) => {
  const afterPlace = name.slice(name.indexOf(region) + region.length)
  return new Set([name, shortName, `${region}${afterPlace}`, shortName.replace(new RegExp(`^${region}`), '')])
}

export type OurRole =
  | { ours: true; role: HandlingRole | null; leadUnitId: string | null }
  | { ours: false }
  | { ours: 'unclear'; field: 'leadUnit' | 'arrangement'; message: string }

type Said = { leadUnit: string; assistUnits: string; arrangement: string }

/** 独办 · 主办 · 分办 · 会办, by where the list names this bureau; null where it says nothing of units. */
export function ourRole(said: Said, own: OwnName, units: readonly KnownUnit[]): OurRole {
  const mine = variants(own)
  const leads = unitsIn(said.leadUnit)
  const assists = unitsIn(said.assistUnits)
  const arranged = arrangedRole(said.arrangement)
  if (arranged === undefined)
    return { ours: 'unclear', field: 'arrangement', message: `承办方式“${said.arrangement}”认不出来，应是独办、主办、分办或会办。` } // prettier-ignore
  if (leads.length === 0 && assists.length === 0) {
    if (arranged !== 'assist') return { ours: true, role: arranged, leadUnitId: null }
    return { ours: 'unclear', field: 'leadUnit', message: '本局会办，但没有写主办单位。' }
  }
  if (leads.some((name) => mine.has(name))) {
    const told = leads.length > 1 || assists.length > 0 ? 'lead' : 'sole'
    return {
      ours: true,
      role: arranged === null || arranged === 'assist' ? told : arranged,
      leadUnitId: null,
    }
  }
  if (!assists.some((name) => mine.has(name))) return { ours: false }
  const [lead] = leads
  if (lead === undefined)
    return { ours: 'unclear', field: 'leadUnit', message: '本局会办，但没有写主办单位。' }
  const known = units.find((unit) => unit.fullName === lead || unit.shortName === lead)
  if (known) return { ours: true, role: 'assist', leadUnitId: known.id }
  return { ours: 'unclear', field: 'leadUnit', message: `主办单位“${lead.slice(0, 40)}”不在单位名录里，请系统管理员先添加。` } // prettier-ignore
}

/** Null where nothing is said, undefined for a word nobody knows. */
function arrangedRole(said: string): HandlingRole | null | undefined {
  const word = oneLine(said)
  if (word === '') return null
  if (/独办|承办/.test(word) && !/主|会|协|分/.test(word)) return 'sole'
  if (/分办|分别/.test(word)) return 'separate'
  if (/主办|牵头/.test(word)) return 'lead'
  if (/会办|协办|配合/.test(word)) return 'assist'
  return undefined
}
