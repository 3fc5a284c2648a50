import { z } from 'zod'
import { publicationModes } from '~/domain/proposal/words-of-the-trade'
import { hiddenFields, optionalLine } from '~/http/form-fields'

/** The decision both forms ask for. */
export const publicationFields = z.object({
  ...hiddenFields,
  mode: z.enum(publicationModes, '请选择全文公开、摘要公开或不公开。'),
  ground: optionalLine('依据', 500),
})
