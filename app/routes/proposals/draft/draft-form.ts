import { z } from 'zod'
import { parsePlainText, parseRichText, type RichDoc } from '~/domain/drafting/rich-text'
import { opennessKinds, outcomes } from '~/domain/proposal/words-of-the-trade'
import { Invalid } from '~/domain/refusals'
import { checkbox, hiddenFields, linesOf, optionalChoice, optionalLine } from '~/http/form-fields'

/** The writing desk's form: the letter's fields, and its text from the editor (content) or from the plain field (text). */
export const draftFields = z.object({
  ...hiddenFields,
  basedOn: z.coerce.number().int().min(1),
  title: optionalLine('标题', 200),
  salutation: optionalLine('称谓', 100),
  contact: optionalLine('联系人', 200),
  cc: linesOf('抄送单位', 60, 60),
  attachments: linesOf('附件', 20, 120),
  outcome: optionalChoice(z.enum(outcomes)),
  openness: optionalChoice(z.enum(opennessKinds)),
  opennessGround: optionalLine('公开依据', 500),
  printsOutcome: checkbox,
  hasNoCc: checkbox,
  content: z.string().max(2_000_000, '正文太长，请分段保存。').optional(),
  text: z.string().max(400_000, '正文太长，最多 20 万字。').default(''),
})

/** @throws Invalid at the text's field, naming the paragraph the schema does not know */
export function docOf(value: { content?: string | undefined; text: string }): RichDoc {
  const parsed = value.content ? parseRichText(value.content) : parsePlainText(value.text)
  if ('problem' in parsed) throw new Invalid([{ field: 'text', message: parsed.problem }])
  return parsed.doc
}
