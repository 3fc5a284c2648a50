import { describe, expect, it } from 'vitest'
import { columnsOf, headRowOf, lineOf, termOf } from '~/domain/name-lists/columns'
import {
  delegateHeads,
  delegateRow,
  judgeDelegates,
  type DelegateField,
} from '~/domain/name-lists/delegate-rows'
import { judgeUnits, unitHeads, type UnitField } from '~/domain/name-lists/unit-rows'

const usual = { track: 'npc', term: 6 } as const
const row = (cells: Partial<Record<DelegateField, string>>, position = 2) =>
  delegateRow(position, (field) => cells[field], usual)
const there = (over: object = {}) => ({
  id: 'x', track: 'npc', kind: 'person', name: '苏见微', term: 6, sector: '', delegation: '', workplace: '', ...over,
}) // prettier-ignore

describe('the heads of a list', () => {
  it('are found in any order, below title lines, with blanks and brackets', () => {
    const rows = [
      ['云汀市第六届人大代表名单'],
      ['序号', '电 话', '工作单位及职务（全称）', '性别', '姓　名', '届次'],
      ['1', '', '', '', '苏见微', ''],
    ]
    expect(headRowOf(rows, delegateHeads)).toBe(1)
    expect([...columnsOf(rows[1] ?? [], delegateHeads)]).toEqual([
      ['phone', 1],
      ['workplace', 2],
      ['name', 4],
      ['term', 5],
    ])
  })

  it('name a field once: the left column holds it', () =>
    expect(columnsOf(['电话', '手机'], delegateHeads).get('phone')).toBe(0))

  it.each([['第七届', 7], ['七届', 7], ['7', 7], ['十二', 12], ['二十一届', 21], ['十', 10], ['第６届', 6], ['', null], ['去年', null], ['百', null]] as const)(
    'read a term: %s', (text, term) => expect(termOf(text)).toBe(term)) // prettier-ignore

  it('read a name as one, however it was spread out', () => expect(lineOf(' 李　 明 ')).toBe('李明'))
})

describe('a row of delegates', () => {
  it('takes what it says, else what was said of the whole list', () => {
    expect(row({ name: '苏见微', delegation: '第一代表团', phone: '0000-1' }).record).toMatchObject({
      track: 'npc', term: 6, kind: 'person', delegation: '第一代表团', phone: '0000-1',
    }) // prettier-ignore
    expect(row({ name: '民盟市委', kind: '党派', term: '七届', track: '政协委员' }).record).toMatchObject({
      track: 'cppcc', term: 7, kind: 'organisation', organisationKind: 'party',
    }) // prettier-ignore
  })

  it.each([
    [{ name: '' }, '请填写姓名或名称。'],
    [{ name: '苏见微', term: '去年' }, '看不懂届次“去年”'],
    [{ name: '某', kind: '外星' }, '不认识类别“外星”'],
    [{ name: '长'.repeat(61) }, '最多 60 字'],
  ])('says what is wrong: %o', (cells, problem) => expect(row(cells).problem).toContain(problem))

  it('is new, fills a bare name, or is there already', () => {
    const listed = [
      row({ name: '苏见微', delegation: '第一代表团' }),
      row({ name: '邢伯文' }, 3),
      row({ name: '邢伯文' }, 4),
    ]
    const outcomes = (register: ReturnType<typeof there>[]) =>
      judgeDelegates(listed, register).map((j) => j.outcome)
    expect(outcomes([])).toEqual(['new', 'new', 'same'])
    expect(outcomes([there()])).toEqual(['filled', 'new', 'same'])
    expect(outcomes([there({ delegation: '第一代表团' })])[0]).toBe('same')
    expect(outcomes([there({ delegation: '第二代表团' })])[0]).toBe('new')
    expect(outcomes([there({ term: 5 })])[0]).toBe('new')
  })

  it('is nobody new where the list leaves out where he comes from', () => {
    const register = [there({ delegation: '第一代表团', workplace: '三中' })]
    const outcome = (cells: Partial<Record<DelegateField, string>>) =>
      judgeDelegates([row(cells)], register)[0]?.outcome
    expect(outcome({ name: '苏见微' })).toBe('same')
    expect(outcome({ name: '苏见微', delegation: '第一代表团' })).toBe('same')
    expect(outcome({ name: '苏见微', delegation: '第一代表团', workplace: '四中' })).toBe('new')
  })

  it('fills nothing where two of one name stand in the list', () => {
    const two = [row({ name: '苏见微', delegation: '甲' }), row({ name: '苏见微', delegation: '乙' })]
    expect(judgeDelegates(two, [there()]).map((j) => j.outcome)).toEqual(['new', 'new'])
  })
})

describe('a row of units', () => {
  const judged = (
    cells: Partial<Record<UnitField, string>>[],
    known = [{ fullName: '云汀市教育委员会', shortName: '市教委', kind: 'co_handling' as const }],
  ) =>
    judgeUnits(
      cells.map((c, position) => ({ position, cell: (field: UnitField) => c[field] })),
      known,
    )

  it('is new, there already, or clashes with another’s name', () => {
    const rows = judged([
      { fullName: '云汀市水务局', shortName: '市水务局', kind: '会办单位' }, { fullName: '云汀市教育委员会' },
      { fullName: '云汀市教育局', shortName: '市教委' }, { fullName: '云汀市水务局' }, { fullName: '' }, { fullName: '某局', kind: '外星' },
      { fullName: '云汀市人大常委会代表工委', kind: '人大' },
    ]) // prettier-ignore
    expect(rows.map((r) => r.outcome)).toEqual(['new', 'same', 'faulty', 'same', 'faulty', 'faulty', 'new'])
    expect(rows[2]?.problem).toContain('云汀市教育委员会')
    expect(rows.at(-1)?.unit?.kind).toBe('oversight_npc')
    expect(columnsOf(['单位全称', '简称', '类别'], unitHeads).size).toBe(3)
  })
})
