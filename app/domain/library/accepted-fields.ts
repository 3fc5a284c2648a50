import { isDay } from '../deadlines/day'
import type { Problem } from '../refusals'
import type { FieldName, PublishedReply } from './reading/reading'

/** A field of the form a person stands for: its words, its kind, and whether the letter cannot be kept without it. */
type FieldForm = { field: FieldName; words: string; kind: 'line' | 'list' | 'day' | 'number' | 'choice'; choices?: readonly [string, string][] } // prettier-ignore

/** In the order of the letter. */
export const fieldForms: readonly FieldForm[] = [
  { field: 'title', words: '标题', kind: 'line' },
  { field: 'kind', words: '种类', kind: 'choice', choices: [['suggestion', '代表建议'], ['proposal', '政协提案'], ['motion', '议案']] },
  { field: 'role', words: '文种', kind: 'choice', choices: [['reply', '答复'], ['co_opinion', '会办意见']] },
  { field: 'issuer', words: '答复单位', kind: 'line' },
  { field: 'doc_number', words: '发文字号', kind: 'line' },
  { field: 'term_no', words: '届', kind: 'number' },
  { field: 'session_no', words: '次', kind: 'number' },
  { field: 'item_no', words: '案号', kind: 'line' },
  { field: 'subject', words: '案由', kind: 'line' },
  { field: 'salutation', words: '称呼', kind: 'line' },
  { field: 'sponsor_type', words: '提出方式', kind: 'choice', choices: [['individual', '个人'], ['joint', '联名'], ['group', '集体']] },
  { field: 'sponsors', words: '提出者', kind: 'list' },
  { field: 'sponsor_count', words: '人数', kind: 'number' },
  { field: 'co_handlers', words: '会办单位', kind: 'list' },
  { field: 'headings', words: '小标题', kind: 'list' },
  { field: 'commitments', words: '承诺事项', kind: 'list' },
  { field: 'signing_director', words: '签发人', kind: 'line' },
  { field: 'receipt_route', words: '回执去向', kind: 'line' },
  { field: 'signature_issuer', words: '落款', kind: 'line' },
  { field: 'letter_date', words: '成文日期', kind: 'day' },
  { field: 'contact_persons', words: '联系人', kind: 'list' },
  { field: 'contact_phones', words: '联系电话', kind: 'list' },
  { field: 'cc', words: '抄送', kind: 'list' },
  { field: 'printed_by', words: '印发', kind: 'line' },
  { field: 'outcome_class', words: '办理结果', kind: 'line' },
  { field: 'openness', words: '公开方式', kind: 'line' },
  { field: 'publish_date', words: '发布日期', kind: 'day' },
  { field: 'index_no', words: '索引号', kind: 'line' },
  { field: 'topics', words: '主题分类', kind: 'list' },
  { field: 'genre', words: '体裁分类', kind: 'line' },
] // prettier-ignore

export const fieldWords = (field: string) => fieldForms.find((form) => form.field === field)?.words ?? field

const longestLine = 600
const mostEntries = 80

/** A value as its field of the form shows it; lists one entry a line. */
export const typedField = (value: PublishedReply[FieldName]): string =>
  value === null ? '' : Array.isArray(value) ? value.join('\n') : String(value)

/** What a person stands for, from the form's words. Empty means: not printed there. */
export function acceptedFields(
  typed: Readonly<Record<string, string>>,
  read: PublishedReply,
): { fields: PublishedReply; problems: Problem[] } {
  const problems: Problem[] = []
  const entries = fieldForms.map((form): [FieldName, unknown] => {
    const words = (typed[form.field] ?? '').trim()
    const problem = problemOf(form, words)
    if (problem) problems.push({ field: form.field, message: problem })
    return [form.field, valueOf(form, words)]
  })
  return { fields: { ...read, ...Object.fromEntries(entries) }, problems }
}

function valueOf({ kind }: FieldForm, words: string): unknown {
  if (kind === 'list') return words.split(/\n+/).map((one) => one.trim()).filter(Boolean) // prettier-ignore
  if (words === '') return null
  return kind === 'number' ? Number(words) : words
}

function problemOf({ field, kind, choices }: FieldForm, words: string): string | null {
  if (words === '') return field === 'kind' || field === 'role' ? '请选择。' : null
  if (kind === 'day') return isDay(words) ? null : '请填写日期，如 2024-05-30。'
  if (kind === 'number') return /^\d{1,4}$/.test(words) ? null : '请填写数字。'
  if (kind === 'choice') return choices?.some(([value]) => value === words) ? null : '请选择。'
  const lines = kind === 'list' ? words.split(/\n+/) : [words]
  if (lines.length > mostEntries) return `最多 ${mostEntries} 行。`
  return lines.some((line) => line.length > longestLine) ? `每行最多 ${longestLine} 字。` : null
}

/** Which fields the person changed. */
export const correctedFields = (read: PublishedReply, accepted: PublishedReply): FieldName[] =>
  fieldForms.flatMap(({ field }) => (typedField(read[field]) === typedField(accepted[field]) ? [] : [field]))
