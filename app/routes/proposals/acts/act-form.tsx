import type { ReactNode } from 'react'
import type { Refusal } from '~/domain/refusals'
import type { FormState } from '~/http/form-state'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { GatedButton } from '~/ui/forms/disabled-button'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { WhyNot } from '~/ui/marks/why-not'
import { ConflictNote } from '~/ui/parts/conflict-note'

type Props = {
  title: string
  /** What the act means, in a sentence. */
  intro?: ReactNode
  act: { number: string; version: number; key: string; reasons: Refusal[] }
  form: FormState | undefined
  labels?: Record<string, string>
  submit: string
  /** An act that does harm: 作废, 退回. */
  isHarm?: boolean
  /** The form brings files: its path stands in upload-paths.ts. */
  takesFiles?: boolean
  children?: ReactNode
}

/** One act inside the proposal's frame: its fields, why it was not accepted, and the button or its reasons. */
export function ActForm({
  title,
  intro,
  act,
  form,
  labels = {},
  submit,
  isHarm,
  takesFiles,
  children,
}: Props) {
  return (
    <div className="pad">
      <h2 className="h15">{title}</h2>
      {intro ? <p className="hint">{intro}</p> : null}
      <form className="fform act-form" method="post" encType={takesFiles ? 'multipart/form-data' : undefined}>
        <ErrorSummary problems={form?.problems ?? []} labels={labels} title="没有办理，填好的都还在" />
        {form?.conflict ? <ConflictNote conflict={form.conflict} /> : null}
        {form && form.reasons.length > 0 ? (
          <WhyNot id="refused" title="没有办理：" items={form.reasons} />
        ) : null}
        <HiddenFields values={{ key: act.key, version: act.version }} />
        {children}
        <div className="row">
          <GatedButton kind={isHarm ? 'no' : 'do'} reasons={act.reasons}>
            {submit}
          </GatedButton>
          <LinkButton href={paths.proposal(act.number)}>取消</LinkButton>
        </div>
      </form>
    </div>
  )
}

/** The form's state an action answered, if it was not accepted. */
export const formOf = (acted: unknown): FormState | undefined =>
  acted && typeof acted === 'object' && 'form' in acted ? (acted.form as FormState) : undefined
