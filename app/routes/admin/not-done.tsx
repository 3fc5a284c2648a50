import type { FormState } from '~/http/form-state'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { WhyNot } from '~/ui/marks/why-not'
import { ConflictNote } from '~/ui/parts/conflict-note'

/** Why nothing was put in force: fields to mend, a race lost, or not this person's business. */
export function NotDone({
  form,
  labels,
}: {
  form: FormState | undefined
  labels: Readonly<Record<string, string>>
}) {
  if (!form) return null
  return (
    <>
      <ErrorSummary problems={form.problems} labels={labels} title="没有办理，现行的放假安排没有变" />
      {form.conflict ? <ConflictNote conflict={form.conflict} /> : null}
      {form.reasons.length > 0 ? <WhyNot id="refused" title="没有办理：" items={form.reasons} /> : null}
    </>
  )
}
