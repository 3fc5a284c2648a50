import { z } from 'zod'
import { isDay } from '../deadlines/day'
import { takenOverLimits, takenOverResults, takenOverStages } from '../taking-over/stages'
import {
  handlingRoles,
  priorities,
  ratings,
  sessionKinds,
  sponsorKinds,
  tracks,
} from '../proposal/words-of-the-trade'

const line = (name: string, max: number) =>
  z.string().trim().min(1, `请填写${name}。`).max(max, `${name}最多 ${max} 字。`)
/** A day of this century: a mistyped year would be counted on, and a calendar of the year 9999 does not exist. */
export const isHandoverDay = (text: string) => isDay(text) && text.startsWith('20')

const mostText = 50_000

const day = (name: string) => z.string().refine(isHandoverDay, `请填写${name}，如 2026-03-05。`)

const fields = {
  track: z.enum(tracks, '请选择是建议还是提案。'),
  meetingId: z.uuid('请选择会议。'),
  sessionKind: z.enum(sessionKinds, '请选择大会还是闭会（平时）。'),
  officialNo: line('编号', 20),
  subject: line('案由', 200),
  text: line('正文', mostText),
  sponsorKind: z.enum(sponsorKinds, '请选择提出人类别。'),
  sponsors: z.array(line('提出人', 60)).min(1, '请填写提出人。').max(60, '联名最多 60 人。'),
  assigningUnitId: z.uuid('请选择交办机关。').nullable(),
  receivedOn: day('收到日期'),
  assignedOn: day('交办日期'),
  isWide: z.boolean(),
  priority: z.enum(priorities),
}

type Given = Pick<
  z.infer<z.ZodObject<typeof fields>>,
  'sponsorKind' | 'sponsors' | 'assignedOn' | 'receivedOn'
>

/** What holds between two fields. */
const consistent = <S extends z.ZodType<Given>>(schema: S) =>
  schema
    .refine((r) => r.sponsorKind !== 'individual' || r.sponsors.length === 1, {
      path: ['sponsors'],
      message: '个人提出的只填一人；多人请选“联名”。',
    })
    .refine((r) => new Set(r.sponsors).size === r.sponsors.length, {
      path: ['sponsors'],
      message: '同一人填了两次。',
    })
    .refine((r) => r.assignedOn <= r.receivedOn, {
      path: ['receivedOn'],
      message: '收到日期不能早于交办日期。',
    })

/** What the registrar types from the assigning body's sheet. */
export const registration = consistent(z.object(fields))

export type Registration = z.infer<typeof registration>

/** What another system had done of it; the division and the person are ours. */
const takenOver = z.object({
  stage: z.enum(takenOverStages),
  divisionId: z.uuid(),
  handlerId: z.uuid(),
  documentNumber: z
    .string()
    .max(takenOverLimits.documentNumber, `复文字号最多 ${takenOverLimits.documentNumber} 字。`)
    .nullable(),
  repliedOn: day('答复日期').nullable(),
  result: z.enum(takenOverResults).nullable(),
  satisfaction: z.enum(ratings).nullable(),
  remark: z.string().max(takenOverLimits.remark, `备注最多 ${takenOverLimits.remark} 字。`),
})

export type TakenOver = z.infer<typeof takenOver>

/** What a list says of an item: mostly without the text, which comes later with the documents. */
export const listedRegistration = consistent(
  z.object({
    ...fields,
    text: z.string().trim().max(mostText, `正文最多 ${mostText} 字。`),
    handlingRole: z.enum(handlingRoles).nullable(),
    leadUnitId: z.uuid().nullable(),
    dueOn: day('办理期限').nullable(),
    takenOver: takenOver.nullable(),
  }),
).refine((r) => r.dueOn === null || r.dueOn >= r.assignedOn, {
  path: ['dueOn'],
  message: '办理期限早于交办日期。',
})

export type ListedRegistration = z.infer<typeof listedRegistration>
