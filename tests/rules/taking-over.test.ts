import { describe, expect, it } from 'vitest'
import { differences } from '~/domain/intake/lists/already-registered'
import { resultSaid, stageSaid } from '~/domain/intake/lists/handled-elsewhere'
import { columnsOf, suggestedColumns, type ListSettings } from '~/domain/intake/lists/list-settings'
import { listedItem } from '~/domain/intake/lists/listed-item'
import { suggestMapping } from '~/domain/intake/lists/suggest-mapping'
import type { ListedRegistration } from '~/domain/intake/registration'
import type { Viewer } from '~/domain/people/viewer'
import { inputProblems, isAllowed, reasonsAgainst } from '~/domain/proposal/refusal'
import { isAnsweredElsewhere } from '~/domain/taking-over/answered-elsewhere'
import { documentNumberOf, partsOf } from '~/domain/taking-over/document-number'
import { nextFree } from '~/domain/taking-over/next-free'
import type { TakenOverFacts } from '~/domain/proposal/facts-beside'
import { facts as factsFor, person } from '../support/facts'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const heads = ['案号', '案由', '提案人', '主办单位', '会办单位', '交办日期', '办理状态', '复文字号', '答复日期', '承办处室', '承办人', '办理结果', '满意度', '备注'] // prettier-ignore
const settings: ListSettings = {
  columns: suggestedColumns(heads), meetingId: id(2), sessionKind: 'plenary', assigningUnitId: null, assignedOn: '2026-03-02', receivedOn: '2026-03-20',
} // prettier-ignore
const known = {
  own: { name: '云汀市科学技术局', shortName: '市科技局', region: '市' },
  units: [{ id: id(1), fullName: '云汀市财政局', shortName: '市财政局' }],
  meetings: [{ id: id(2), track: 'cppcc' as const, term: 7, session: 4 }],
  divisions: [{ id: id(3), name: '成果处' }, { id: id(4), name: '社发处' }],
  handlers: [{ id: id(5), name: '林照溪', divisionId: id(3) }, { id: id(6), name: '何屿', divisionId: id(4) }],
  today: '2026-05-20',
} // prettier-ignore

type Cells = Partial<Record<(typeof heads)[number], string>>
const usual: Cells = { 案号: '0222', 案由: '关于培育中试平台的提案', 提案人: '段长风', 主办单位: '市科技局', 承办处室: '成果处', 承办人: '林照溪' } // prettier-ignore
function row(over: Cells) {
  const cells: Cells = { ...usual, ...over }
  return listedItem(heads.map((head) => cells[head] ?? ''), columnsOf(heads, settings), settings, known) // prettier-ignore
}
const told = (over: Cells) => {
  const read = row(over)
  return read.is === 'fit' ? read.item.takenOver : read
}
const faultsOf = (over: Cells) => {
  const read = row(over)
  return read.is === 'faulty' ? read.faults.map((f) => `${f.field} ${f.message}`) : []
}
const answered: Cells = { 办理状态: '已答复', 答复日期: '2026年4月30日' }

describe('the columns of an item under way', () => {
  it.each([
    ['当前状态', 'stage'],
    ['办理进度', 'stage'],
    ['答复文号', 'documentNumber'],
    ['复文字号', 'documentNumber'],
    ['答复时间', 'repliedOn'],
    ['承办处室', 'division'],
    ['承办人', 'handler'],
    ['承办人电话', null],
    ['承办单位', 'leadUnit'],
    ['办理结果', 'result'],
    ['反馈', 'satisfaction'],
    ['备注', 'remark'],
  ])('“%s” is %s', (head, field) => expect(suggestMapping([head])[0]?.field ?? null).toBe(field))

  it.each([
    ['', 'pending'],
    ['待办', 'pending'],
    ['办理中', 'handling'],
    ['已 答复', 'replied'],
    ['已办结', 'closed'],
    ['搁置', undefined],
  ])('the stage “%s” is %s', (said, stage) => expect(stageSaid(said)).toBe(stage))

  it.each([['A', 'A'], ['ｂ类', 'B'], ['“C”类', 'C'], ['解决', undefined]])('the result “%s” is %s', (said, result) => {
    expect(resultSaid(said)).toBe(result)
  }) // prettier-ignore
})

describe('what a row says of another system', () => {
  it('is nothing where it says nothing, or 待办', () => {
    expect(told({})).toBeNull()
    expect(told({ 办理状态: '待办' })).toBeNull()
  })

  it('is its stage, its people, its letter and what came of it', () => {
    expect(told({ ...answered, 复文字号: '云科函[2026] 017号', 办理结果: 'A类', 满意度: '基本满意', 备注: '已上门' })).toEqual({
      stage: 'replied', divisionId: id(3), handlerId: id(5), documentNumber: '云科函〔2026〕17号', repliedOn: '2026-04-30', result: 'A',
      satisfaction: 'basically', remark: '已上门',
    }) // prettier-ignore
    expect(told({ 办理状态: '办理中' })).toMatchObject({
      stage: 'handling',
      repliedOn: null,
      documentNumber: null,
    })
  })

  it('where we assist ends with our opinion: answered there is closed here', () => {
    expect(told({ ...answered, 主办单位: '市财政局', 会办单位: '市科技局' })).toMatchObject({
      stage: 'closed',
    })
  })

  it.each<[string, Cells, string]>([
    ['a stage nobody knows', { 办理状态: '搁置' }, 'stage “搁置”认不出来'],
    ['a division that is not ours', { 办理状态: '办理中', 承办处室: '人事处' }, 'division 本局没有承办处室“人事处”'],
    ['no division', { 办理状态: '办理中', 承办处室: '' }, 'division 接续办理的件要写承办处室'],
    ['a person who is not ours', { 办理状态: '办理中', 承办人: '陌生人' }, 'handler 本局没有承办人“陌生人”'],
    ['a person of another division', { 办理状态: '办理中', 承办人: '何屿' }, 'handler “何屿”不是成果处的承办人'],
    ['no role', { 办理状态: '办理中', 主办单位: '' }, 'arrangement 接续办理的件要写明本局'],
    ['an answer without a day', { 办理状态: '已答复' }, 'repliedOn 已答复、已办结的件要写答复日期'],
    ['an answer before the hand-over', { ...answered, 答复日期: '2026-03-01' }, 'repliedOn 答复日期 2026-03-01 早于交办日期'],
    ['an answer to come', { ...answered, 答复日期: '2026-05-21' }, 'repliedOn 答复日期 2026-05-21 还没有到'],
    ['an answer that is no day', { ...answered, 答复日期: '上旬' }, 'repliedOn 答复日期“上旬”不是日期'],
    ['an answer of what is under way', { ...answered, 办理状态: '办理中' }, 'repliedOn 写了答复日期'],
    ['a number without a stage', { 复文字号: '云科函〔2026〕1号' }, 'documentNumber 写了复文字号'],
    ['a result nobody knows', { ...answered, 办理结果: '解决' }, 'result 办理结果“解决”认不出来'],
    ['a rating nobody knows', { ...answered, 满意度: '还行' }, 'satisfaction 满意度“还行”认不出来'],
    ['a number too long', { ...answered, 复文字号: '函'.repeat(61) }, 'documentNumber 复文字号最多 60 字'],
  ])('%s is a fault at its column', (_name, over, fault) => {
    const faults = faultsOf(over)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(fault)
  }) // prettier-ignore

  it('that differs from what was taken over says so; nothing is taken over afterwards', () => {
    const read = row(answered)
    if (read.is !== 'fit') throw new Error('the row is fit')
    const item: ListedRegistration = read.item
    const stands = { id: 'p', registerNo: '2026-0001', subject: item.subject, text: '', assignedOn: item.assignedOn, receivedOn: item.receivedOn, dueOn: null, sponsors: item.sponsors } // prettier-ignore
    const columns = columnsOf(heads, settings)
    expect(differences(item, { ...stands, takenOver: item.takenOver }, columns)).toEqual([])
    expect(differences(item, { ...stands, takenOver: null }, columns)[0]?.message).toContain('没有接续办理')
  })
})

describe('a document number', () => {
  it.each([
    ['云科函[2026]17号', '云科函〔2026〕17号', { code: '云科函', year: 2026, seq: 17 }],
    ['云科函（2026）第017号', '云科函〔2026〕17号', { code: '云科函', year: 2026, seq: 17 }],
    ['云科建复〔2026〕3', '云科建复〔2026〕3号', { code: '云科建复', year: 2026, seq: 3 }],
    ['复字第8号', '复字第8号', null],
  ])('%s is %s', (said, number, parts) => {
    expect(documentNumberOf(said)).toBe(number)
    expect(partsOf(documentNumberOf(said))).toEqual(parts)
  })

  it('is passed over where another system gave it out', () => {
    expect(nextFree(3, new Set([1, 3, 4, 9]))).toBe(5)
    expect(nextFree(3, new Set([1]))).toBe(3)
  })
})

type Given = Parameters<typeof factsFor>[1]
const facts = (proposal: NonNullable<Given>['proposal'], { viewer, ...rest }: { viewer: Viewer } & Given) =>
  factsFor(viewer, { ...rest, proposal: proposal ?? {} })

const takenOver = (over: Partial<TakenOverFacts> = {}): TakenOverFacts => ({
  stage: 'replied', documentNumber: null, repliedOn: '2026-04-30', result: null, satisfaction: null, remark: '', scans: 0, ...over,
}) // prettier-ignore

describe('taking over', () => {
  const fresh = { state: 'registered', sequence: 1, version: 1, divisionId: null, handlerId: null } as const
  const input = { isListed: true, divisionId: id(3), handlerId: id(5) }

  it('is done along with the registration from a list, by a registrar, and at no other time', () => {
    const allowed = facts({ ...fresh }, { viewer: person('registrar'), input })
    expect(reasonsAgainst('taken_over', allowed)).toEqual([])
    expect(inputProblems('taken_over', allowed)).toEqual([])
    const codes = (f: typeof allowed) => reasonsAgainst('taken_over', f).map((r) => r.code)
    expect(codes({ ...allowed, input: { ...input, isListed: false } })).toEqual(['FRESH_FROM_LIST'])
    expect(codes(facts({ ...fresh, sequence: 2 }, { viewer: person('registrar'), input }))).toEqual(['FRESH_FROM_LIST'])
    expect(codes({ ...allowed, viewer: person('coordinator') })).toEqual(['NOT_YOURS'])
    expect(codes(facts({ ...fresh, state: 'triage' }, { viewer: person('registrar'), input }))).toEqual(['WRONG_STATE'])
    expect(inputProblems('taken_over', { ...allowed, input: { isListed: true } })).toHaveLength(1)
  }) // prettier-ignore

  it('leaves nothing of ours to wait for before closing, but wants a reason; dissatisfaction stands in the way as ever', () => {
    const f = facts({ state: 'replied' }, { viewer: person('coordinator'), takenOver: takenOver(), receipts: [], publication: null, areCommitmentsReviewed: false, input: {} }) // prettier-ignore
    expect(isAllowed('close', f)).toBe(true)
    expect(inputProblems('close', f).map((p) => p.field)).toEqual(['reason'])
    expect(inputProblems('close', { ...f, input: { reason: '原系统已收回执' } })).toEqual([])
    const unhappy = { ...f, takenOver: takenOver({ satisfaction: 'dissatisfied' }) }
    expect(reasonsAgainst('close', unhappy).map((r) => r.code)).toEqual(['NO_OPEN_DISSATISFACTION'])
  })

  it('of an item still in handling, or opened again, demands our own letter as ever', () => {
    const own = facts({ state: 'replied' }, { viewer: person('coordinator'), takenOver: takenOver({ stage: 'handling', repliedOn: null }), receipts: [], publication: null, areCommitmentsReviewed: false }) // prettier-ignore
    expect(isAllowed('close', own)).toBe(false)
    expect(isAnsweredElsewhere({ takenOver: takenOver(), proposal: { round: 2 } })).toBe(false)
  })

  it('is archived with the scan of the letter, not without', () => {
    const closed = (scans: number) => facts({ state: 'closed' }, { viewer: person('archivist'), takenOver: takenOver({ scans }), issuedLetters: 0 }) // prettier-ignore
    expect(reasonsAgainst('archive', closed(0)).map((r) => r.message)).toEqual(['复函由原系统印发，先附上它的扫描件再归档。']) // prettier-ignore
    expect(isAllowed('archive', closed(1))).toBe(true)
  })
})
