import type { ReactNode } from 'react'
import type { FormState } from '~/http/form-state'
import type { Refusal } from '~/domain/refusals'
import { LinkButton } from '~/ui/forms/button'
import { GatedButton } from '~/ui/forms/disabled-button'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { WhyNot } from '~/ui/marks/why-not'
import { ConflictNote } from '~/ui/parts/conflict-note'

type Props = {
  formKey: string
  /** What the row was when the page was drawn. */
  version?: number | undefined
  form: FormState | undefined
  labels: Readonly<Record<string, string>>
  submit: string
  cancelHref: string
  /** Why it cannot be done now; the page says it at length. */
  reasons?: readonly Refusal[] | undefined
  isHarm?: boolean | undefined
  children: ReactNode
}

/** One change an administrator makes: its fields, why it was not accepted, the button. */
export function KeeperForm({
  formKey,
  version,
  form,
  labels,
  submit,
  cancelHref,
  reasons = [],
  isHarm,
  children,
}: Props) {
  return (
    <form className="stack" method="post">
      <ErrorSummary problems={form?.problems ?? []} labels={labels} title="没有保存，填好的都还在" />
      {form?.conflict ? <ConflictNote conflict={form.conflict} /> : null}
      {form && form.reasons.length > 0 ? (
        <WhyNot id="refused" title="没有保存：" items={form.reasons} />
      ) : null}
      <HiddenFields values={{ key: formKey, ...(version === undefined ? {} : { version }) }} />
      {children}
      <div className="row">
        <GatedButton
          kind={isHarm ? 'no' : 'do'}
          reasons={reasons}
          describedBy={reasons.length > 0 ? 'stays' : undefined}
        >
          {submit}
        </GatedButton>
        <LinkButton href={cancelHref}>取消</LinkButton>
      </div>
    </form>
  )
}
