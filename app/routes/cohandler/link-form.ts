import { z } from 'zod'
import { checkbox, hiddenFields, line, optionalLine } from '~/http/form-fields'

const who = { key: hiddenFields.key, shownState: hiddenFields.shownState, contactName: line('姓名', 40) }

/** The three forms of a link's page; what each brings, and who signs it. */
export const linkForm = z.discriminatedUnion('act', [
  z.object({ ...who, act: z.literal('acknowledge') }),
  z.object({ ...who, act: z.literal('decline'), reason: line('理由', 500) }),
  z.object({
    ...who,
    act: z.literal('answer'),
    isNoObjection: checkbox,
    text: optionalLine('会办意见', 20_000).transform((text) => text.replaceAll('\r\n', '\n')),
    docNo: optionalLine('文号', 60),
    contactPhone: optionalLine('联系电话', 40),
  }),
])

export type LinkAct = z.infer<typeof linkForm>['act']
