import { z } from 'zod'

const line = (max: number) => z.string().trim().max(max)

/** What the drafter settles beside the text; part of the hash that is approved and signed. */
export const letterFields = z.object({
  title: line(200),
  salutation: line(100),
  contact: line(200),
  cc: z.array(line(60)).max(60),
  attachments: z.array(line(120)).max(20),
  /** 在复函右上角标注办理结果. */
  printsOutcome: z.boolean(),
  /** 无抄送单位: said, not forgotten. */
  hasNoCc: z.boolean(),
})

export type LetterFields = z.infer<typeof letterFields>
