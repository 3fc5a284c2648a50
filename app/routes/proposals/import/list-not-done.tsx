import type { FormState } from '~/http/form-state'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { WhyNot } from '~/ui/marks/why-not'
import { ConflictNote } from '~/ui/parts/conflict-note'

type Props = { form: FormState | undefined; labels: Readonly<Record<string, string>> }

/** Why the list was not taken a step further: fields to mend, a race lost, or not this person's business. */
export function ListNotDone({ form, labels }: Props) {
  if (!form) return null
  return (
    <>
      <ErrorSummary problems={form.problems} labels={labels} title="没有办理，什么也没有登记" />
      {form.conflict ? <ConflictNote conflict={form.conflict} /> : null}
      {form.reasons.length > 0 ? <WhyNot id="refused" title="没有办理：" items={form.reasons} /> : null}
    </>
  )
}
