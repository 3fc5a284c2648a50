import { faultWords } from '~/domain/intake/lists/fault-words'
import type { Judged } from '~/domain/intake/lists/judge-rows.server'
import { handlingRoleWords } from '~/domain/proposal/words'
import { takenOverStageWords } from '~/domain/taking-over/stages'
import type { TagTone } from '~/ui/marks/tones'

export const judgements = ['new', 'faulty', 'differs', 'unchanged', 'not_ours', 'note'] as const
export type Judgement = (typeof judgements)[number]

export const judgementWords: Record<Judgement, string> = {
  new: '可登记',
  faulty: '有错',
  differs: '与登记的不同',
  unchanged: '已登记，未变',
  not_ours: '不是本局的',
  note: '不是一件',
}

export const judgementTones: Record<Judgement, TagTone> = {
  new: 'green',
  faulty: 'red',
  differs: 'amber',
  unchanged: 'plain',
  not_ours: 'plain',
  note: 'plain',
}

export type PreviewRow = {
  position: number
  is: Judgement
  label: string
  detail: string
  registerNo: string | null
}

/** One row of the list as the page says it. */
export function previewRow(row: Judged): PreviewRow {
  const base = { position: row.position, is: row.is, registerNo: null }
  if (row.is === 'new') return { ...base, label: `${row.item.officialNo} ${row.item.subject}`, detail: newWords(row.item) } // prettier-ignore
  if (row.is === 'note') return { ...base, label: '—', detail: '合计、备注或空行，不登记。' }
  if (row.is === 'not_ours')
    return { ...base, label: row.label, detail: '主办、会办单位里没有本局，不登记。' }
  if (row.is === 'faulty') return { ...base, label: row.label || '（没有编号和案由）', detail: faultWords(row.faults) } // prettier-ignore
  const detail = row.is === 'differs' ? `没有改动登记的。${faultWords(row.faults)}` : ''
  return { ...base, label: row.label, detail, registerNo: row.registered.registerNo }
}

type Item = Extract<Judged, { is: 'new' }>['item']

const newWords = (item: Item) =>
  [
    item.sponsors.slice(0, 3).join('、') + (item.sponsors.length > 3 ? `等 ${item.sponsors.length} 人` : ''),
    item.handlingRole ? handlingRoleWords[item.handlingRole] : null,
    `${item.assignedOn} 交办`,
    item.dueOn ? `限 ${item.dueOn}` : null,
    item.takenOver ? `接续办理：${takenOverStageWords[item.takenOver.stage]}` : null,
    item.takenOver?.documentNumber ?? null,
    item.text === '' ? '正文待补' : null,
  ]
    .filter(Boolean)
    .join(' · ')
