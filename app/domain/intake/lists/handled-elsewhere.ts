import type { HandlingRole, Rating } from '../../proposal/words-of-the-trade'
import { documentNumberOf } from '../../taking-over/document-number'
import { takenOverResults, type TakenOverResult, type TakenOverStage } from '../../taking-over/stages'
import type { TakenOver } from '../registration'
import { listFieldWords, type ListField } from './column-words'
import { oneLine } from './list-names'
import type { Fault } from './listed-item'

/** Our divisions, and who handles in them. */
export type KnownPeople = {
  divisions: readonly { id: string; name: string }[]
  handlers: readonly { id: string; name: string; divisionId: string | null }[]
}

/** The cells that tell of it, its days as they were read. */
export type SaidElsewhere = {
  cell: (field: ListField) => string
  repliedOn: string | null
  assignedOn: string | null
  today: string
  handlingRole: HandlingRole | null
}

const stageWords: [RegExp, TakenOverStage | 'pending'][] = [
  [/^(待办|未办|待分办|待交办|待办理|未办理|未开始|待签收|待处理)$/, 'pending'],
  [/^(办理中|在办|正在办理|承办中|处理中|办理)$/, 'handling'],
  [/^(已答复|答复|已复函|已回复|已复)$/, 'replied'],
  [/^(已办结|办结|已完成|已结|已归档)$/, 'closed'],
]

/** 待办 and nothing at all are no taking over; undefined for a word nobody knows. */
export function stageSaid(said: string): TakenOverStage | 'pending' | undefined {
  const word = oneLine(said).replaceAll(' ', '')
  return word === '' ? 'pending' : stageWords.find(([known]) => known.test(word))?.[1]
}

export const resultSaid = (said: string): TakenOverResult | undefined => {
  const letter = oneLine(said.normalize('NFKC'))
    .toUpperCase()
    .replaceAll(/[类\s"“”]/g, '')
  return takenOverResults.find((known) => known === letter)
}

const ratingSaid: Record<string, Rating> = {
  满意: 'satisfied', 很满意: 'satisfied', 非常满意: 'satisfied', 基本满意: 'basically', 不满意: 'dissatisfied',
} // prettier-ignore

/** What a row says of its handling in another system; null where nothing was done of it. What is wrong goes to `faults`. */
export function handledElsewhere(said: SaidElsewhere, known: KnownPeople, faults: Fault[]): TakenOver | null {
  const { cell, repliedOn } = said
  const fault = (field: ListField, message: string) => faults.push({ field, message })
  const stage = stageSaid(cell('stage'))
  if (stage === undefined)
    fault('stage', `“${shown(cell('stage'))}”认不出来，应是待办、办理中、已答复或已办结。`)
  const isUnderWay = stage === 'pending' || stage === 'handling'
  for (const field of ['repliedOn', 'documentNumber'] as const)
    if (isUnderWay && cell(field) !== '')
      fault(field, `写了${listFieldWords[field]}，${listFieldWords.stage}却不是已答复或已办结。`)
  if (stage === undefined || stage === 'pending') return null
  if (said.handlingRole === null) fault('arrangement', '接续办理的件要写明本局是独办、主办、分办还是会办。')
  if (stage !== 'handling') judgeDay(said, fault)
  const { divisionId, handlerId } = whoHandles(cell('division'), cell('handler'), known, fault)
  const result = told('result', cell('result'), resultSaid, '应是 A、B、C 或 D 类', fault)
  const satisfaction = told(
    'satisfaction',
    cell('satisfaction'),
    (text) => ratingSaid[oneLine(text).replaceAll(' ', '')],
    '应是满意、基本满意或不满意',
    fault,
  )
  return {
    // Where we assist there is no answering: our opinion goes out and that is the end (lifecycle, opinion_issued).
    stage: stage === 'replied' && said.handlingRole === 'assist' ? 'closed' : stage,
    divisionId,
    handlerId,
    documentNumber: documentNumberOf(cell('documentNumber')) || null,
    repliedOn: stage === 'handling' ? null : repliedOn,
    result,
    satisfaction,
    remark: oneLine(cell('remark')),
  }
}

type Find = (field: ListField, message: string) => void

const shown = (text: string) => oneLine(text).slice(0, 30)

function judgeDay({ cell, repliedOn, assignedOn, today }: SaidElsewhere, fault: Find) {
  if (cell('repliedOn') === '') fault('repliedOn', '已答复、已办结的件要写答复日期。')
  if (repliedOn === null) return
  if (assignedOn !== null && repliedOn < assignedOn)
    fault('repliedOn', `答复日期 ${repliedOn} 早于交办日期 ${assignedOn}。`)
  if (repliedOn > today) fault('repliedOn', `答复日期 ${repliedOn} 还没有到。`)
}

const nobody = '00000000-0000-4000-8000-000000000000'

/** Both must be ours; what is not found leaves its fault, and the row is not registered. */
function whoHandles(divisionName: string, handlerName: string, known: KnownPeople, fault: Find) {
  const division = known.divisions.find((d) => d.name === oneLine(divisionName))
  if (!division)
    fault(
      'division',
      divisionName === ''
        ? '接续办理的件要写承办处室。'
        : `本局没有承办处室“${shown(divisionName)}”，请核对名称。`,
    )
  const named = known.handlers.filter((h) => h.name === oneLine(handlerName).replaceAll(' ', ''))
  const handlers = [
    ...new Map(named.filter((h) => h.divisionId === division?.id).map((h) => [h.id, h])).values(),
  ]
  if (handlerName === '') fault('handler', '接续办理的件要写承办人。')
  else if (named.length === 0) fault('handler', `本局没有承办人“${shown(handlerName)}”，请系统管理员先添加。`)
  else if (division && handlers.length === 0)
    fault('handler', `“${shown(handlerName)}”不是${division.name}的承办人。`)
  else if (handlers.length > 1)
    fault('handler', `${division?.name}有两位“${shown(handlerName)}”，请先按待办登记。`)
  return { divisionId: division?.id ?? nobody, handlerId: handlers[0]?.id ?? nobody }
}

function told<T>(
  field: ListField,
  text: string,
  read: (text: string) => T | undefined,
  how: string,
  fault: Find,
) {
  if (text === '') return null
  const found = read(text)
  if (found === undefined) fault(field, `${listFieldWords[field]}“${shown(text)}”认不出来，${how}。`)
  return found ?? null
}
