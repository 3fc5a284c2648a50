import { z } from 'zod'
import { sessionKinds } from '../../proposal/words-of-the-trade'
import { isHandoverDay } from '../registration'
import { listFields, type ListField } from './column-words'
import { bareHead, suggestMapping } from './suggest-mapping'

/** What the columns of a list say, and what holds for rows where the list says nothing. */
export const listSettings = z
  .object({
    /** By head, so that it holds for the same list with its columns in another order; '' is no field. */
    columns: z.record(z.string().max(80), z.enum(listFields).or(z.literal(''))),
    meetingId: z.uuid('请选择会议。'),
    sessionKind: z.enum(sessionKinds, '请选择大会还是闭会（平时）。'),
    assigningUnitId: z.uuid('请选择交办机关。').nullable(),
    assignedOn: z.string().refine(isHandoverDay, '请填写交办日期，如 2026-03-05。'),
    receivedOn: z.string().refine(isHandoverDay, '请填写收到日期，如 2026-03-05。'),
  })
  .refine((s) => s.assignedOn <= s.receivedOn, {
    path: ['receivedOn'],
    message: '收到日期不能早于交办日期。',
  })
  .superRefine((s, context) => {
    const chosen = Object.values(s.columns).filter((field) => field !== '')
    const twice = chosen.find((field, i) => chosen.indexOf(field) !== i)
    if (twice)
      context.addIssue({ code: 'custom', path: ['columns'], message: '同一项选了两列，请只留一列。' })
    for (const field of ['officialNo', 'subject', 'sponsors'] as const)
      if (!chosen.includes(field))
        context.addIssue({
          code: 'custom',
          path: ['columns'],
          message: `请指明哪一列是${neededWords[field]}。`,
        })
  })

const neededWords = { officialNo: '编号', subject: '案由', sponsors: '提出人' }

export type ListSettings = z.infer<typeof listSettings>

/** Which column each field stands in. */
export type Columns = Partial<Record<ListField, number>>

export function columnsOf(heads: readonly string[], settings: Pick<ListSettings, 'columns'>): Columns {
  const columns: Columns = {}
  heads.forEach((head, column) => {
    const field = settings.columns[bareHead(head)]
    if (field) columns[field] ??= column
  })
  return columns
}

/** The columns as the heads suggest them, for a list nobody has read before. */
export const suggestedColumns = (heads: readonly string[]): ListSettings['columns'] => {
  const suggested = suggestMapping(heads)
  return Object.fromEntries(
    heads.flatMap((head, i) => (bareHead(head) === '' ? [] : [[bareHead(head), suggested[i]?.field ?? '']])),
  )
}
