import type { FormState } from '~/http/form-state'
import { typedValue } from '~/http/form-state'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextArea } from '~/ui/forms/text-area'

/** 理由: required wherever a fact, a clock or a person's work is changed. */
export const ReasonField = ({
  form,
  hint,
  isOptional = false,
}: {
  form: FormState | undefined
  hint?: string
  isOptional?: boolean
}) => (
  <TextArea
    name="reason"
    label="理由"
    hint={hint}
    required={!isOptional}
    rows={3}
    value={typedValue(form, 'reason')}
    error={errorsByField(form?.problems ?? [])['reason']}
  />
)
