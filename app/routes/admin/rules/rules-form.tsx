import type { ReactNode } from 'react'
import type { FormState } from '~/http/form-state'
import { Button, LinkButton } from '~/ui/forms/button'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { WhyNot } from '~/ui/marks/why-not'
import { ConflictNote } from '~/ui/parts/conflict-note'

type Props = {
  formKey: string
  form: FormState | undefined
  labels: Readonly<Record<string, string>>
  submit: string
  cancelHref: string
  children: ReactNode
}

/** One change of the rules: its fields, why it was not accepted, the button. */
export function RulesForm({ formKey, form, labels, submit, cancelHref, children }: Props) {
  return (
    <form className="stack" method="post">
      <ErrorSummary problems={form?.problems ?? []} labels={labels} title="没有保存，填好的都还在" />
      {form?.conflict ? <ConflictNote conflict={form.conflict} /> : null}
      {form && form.reasons.length > 0 ? (
        <WhyNot id="refused" title="没有保存：" items={form.reasons} />
      ) : null}
      <HiddenFields values={{ key: formKey }} />
      {children}
      <div className="row">
        <Button kind="do">{submit}</Button>
        <LinkButton href={cancelHref}>取消</LinkButton>
      </div>
    </form>
  )
}
