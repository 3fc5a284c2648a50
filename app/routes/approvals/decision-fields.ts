import { z } from 'zod'
import { hiddenFields } from '~/http/form-fields'

/** What a reviewer had before him when he decided: the step, the text's hash, the state the page showed. */
export const decisionFields = {
  ...hiddenFields,
  stepId: z.string().max(60).default(''),
  hash: z.string().regex(/^[0-9a-f]{64}$/, '表单不完整，请刷新后再办。'),
}

/** The decision without fields the form left out. */
export const decisionOf = (value: { stepId: string; hash: string; shownState?: string | undefined }) => ({
  stepId: value.stepId,
  hash: value.hash,
  ...(value.shownState === undefined ? {} : { shownState: value.shownState }),
})
