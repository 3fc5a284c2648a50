import { delegateRecord, type DelegateRecord } from '../delegates/delegate-record'
import type { Track } from '../proposal/words-of-the-trade'
import { organisationKinds, organisationKindWords, type OrganisationKind } from '../sponsors/kinds'
import { lineOf, termOf, type HeadWords } from './columns'

export type DelegateField =
  | 'name' | 'track' | 'term' | 'kind' | 'sector' | 'delegation' | 'liaisonGroup' | 'workplace' | 'title' | 'phone' | 'address' // prettier-ignore

/** 姓名 begins a list of people, 名称 one of organisations; 序号, 性别, 民族 and the like are left out. */
export const delegateHeads: HeadWords<DelegateField> = {
  name: ['姓名', '代表姓名', '委员姓名', '名称', '代表', '委员', '单位名称', '姓名或名称'],
  track: ['种类', '身份', '代表或委员'],
  term: ['届次', '届别', '届'],
  kind: ['类别', '类型', '集体类别', '提出人类别'],
  sector: ['界别', '所属界别', '界别名称'],
  delegation: ['代表团', '所属代表团', '代表团名称'],
  liaisonGroup: ['代表联系组', '联系组'],
  workplace: ['工作单位', '单位', '工作单位及职务', '单位及职务', '单位职务', '工作单位和职务', '所在单位'],
  title: ['职务', '现任职务', '职务职称'],
  phone: ['电话', '联系电话', '手机', '手机号', '手机号码', '联系方式', '电话号码'],
  address: ['通讯地址', '通信地址', '地址', '联系地址', '邮寄地址'],
}

export type Usual = { track: Track; term: number }

/** One row as a record, or why it is none. */
export type ReadRow = { position: number; name: string } & (
  { record: DelegateRecord; problem: null } | { record: null; problem: string }
)

/** What a row says, filled up with what the person importing said of the whole list. */
export function delegateRow(
  position: number,
  cell: (field: DelegateField) => string | undefined,
  usual: Usual,
): ReadRow {
  const name = lineOf(cell('name'))
  const said = (field: DelegateField) => lineOf(cell(field))
  const term = said('term') === '' ? usual.term : termOf(said('term'))
  const kind = said('kind') === '' ? null : organisationKindIn(said('kind'))
  const no = (problem: string): ReadRow => ({ position, name, record: null, problem })
  if (term === null) return no(`看不懂届次“${said('term').slice(0, 20)}”，请写成 第七届 或 7。`)
  if (kind === undefined) return no(`不认识类别“${said('kind').slice(0, 20)}”。`)
  const read = delegateRecord.safeParse({
    name, term, track: trackIn(said('track')) ?? usual.track,
    kind: kind === null ? 'person' : 'organisation', organisationKind: kind,
    ...Object.fromEntries(fields.map((field) => [field, said(field)])),
  }) // prettier-ignore
  if (!read.success) return no(read.error.issues[0]?.message ?? '这一行不完整。')
  return { position, name, record: read.data, problem: null }
}

const fields = ['sector', 'delegation', 'liaisonGroup', 'workplace', 'title', 'phone', 'address'] as const

const trackIn = (text: string): Track | null =>
  /代表|人大/.test(text) ? 'npc' : /委员|政协/.test(text) ? 'cppcc' : null

/** 个人, 代表 and 委员 are people; undefined for a kind nobody knows. */
function organisationKindIn(text: string): OrganisationKind | null | undefined {
  if (/^(个人|代表|委员|人大代表|政协委员)$/.test(text)) return null
  const named = organisationKinds.find((k) => organisationKindWords[k] === text)
  if (named) return named
  const by: [RegExp, OrganisationKind][] = [
    [/党派/, 'party'], [/团体/, 'peoples_organisation'], [/界别/, 'sector'], [/小组/, 'member_group'], [/专委会|专门委员会/, 'special_committee'],
    [/代表团/, 'delegation'], [/工作站|活动组/, 'workstation'], [/集体|组织/, 'other'],
  ] // prettier-ignore
  return by.find(([word]) => word.test(text))?.[1]
}

type Standing = Record<'track' | 'kind' | 'name' | 'sector' | 'delegation' | 'workplace', string> & {
  id: string
  term: number
}

/** new: a record to come · filled: a bare name from a registration gets its particulars · same: there already. */
export type Judged = ReadRow & { outcome: 'new' | 'filled' | 'same' | 'faulty'; fills: string | null }

const whereFrom = ['sector', 'delegation', 'workplace'] as const

/** A row that leaves out where somebody comes from, and says nothing else of it, is no second person. */
const saysNoMore = (row: DelegateRecord, there: Record<(typeof whereFrom)[number], string>) =>
  whereFrom.every((field) => row[field] === '' || row[field] === there[field])

type Named = Pick<Standing, 'track' | 'kind' | 'name' | 'term'>
const nameKey = (r: Named) => `${r.track} ${r.kind} ${r.term} ${r.name}`

function byName<T extends Named>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) found.set(nameKey(row), [...(found.get(nameKey(row)) ?? []), row])
  return found
}

/** Each row against the register and against the rows before it; the same list again changes nothing. */
export function judgeDelegates(rows: readonly ReadRow[], register: readonly Standing[]): Judged[] {
  const standing = byName(register)
  const listed = byName(rows.flatMap((r) => r.record ?? []))
  const taken = new Map<string, DelegateRecord[]>()
  return rows.map((row): Judged => {
    const { record } = row
    if (record === null) return { ...row, outcome: 'faulty', fills: null }
    const key = nameKey(record)
    const there = standing.get(key) ?? []
    const before = taken.get(key) ?? []
    if ([...there, ...before].some((t) => saysNoMore(record, t)))
      return { ...row, outcome: 'same', fills: null }
    taken.set(key, [...before, record])
    const [bare] = there.length === 1 && listed.get(key)?.length === 1 ? there : []
    const fills = bare && !bare.sector && !bare.delegation && !bare.workplace ? bare.id : null
    return { ...row, outcome: fills ? 'filled' : 'new', fills }
  })
}
