import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { Icon } from '../icon'

export type FieldText = {
  name: string
  label: string
  hint?: ReactNode
  /** Why the value was refused; the value itself is kept. */
  error?: string | undefined
  required?: boolean | undefined
  /** When two forms of a page have a field of the same name. */
  id?: string | undefined
}

/** The id a field has when none is given; the summary of errors links to it. */
export const fieldId = (name: string) => `f-${name.replaceAll(/[^\w-]/g, '-')}`

/** What ties a control to its label, its hint and its error. */
export function controlProps({ name, hint, error, required, id = fieldId(name) }: FieldText) {
  const described = classNames(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`)
  return {
    id,
    name,
    required: required ?? false,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': described || undefined,
  }
}

export function FieldHint({ id, children }: { id: string; children?: ReactNode }) {
  if (children === undefined || children === null) return null
  return (
    <span className="hint" id={`${id}-hint`}>
      {children}
    </span>
  )
}

export function FieldError({ id, children }: { id: string; children?: string | undefined }) {
  if (children === undefined) return null
  return (
    <span className="err" id={`${id}-error`}>
      <Icon name="late" />
      <span>{children}</span>
    </span>
  )
}

/** Label above, hint below the label, the control, and why it was refused. */
export function Field({
  children,
  wide,
  ...text
}: FieldText & { children: ReactNode; wide?: boolean | undefined }) {
  const id = text.id ?? fieldId(text.name)
  return (
    <div className={classNames('field', text.error !== undefined && 'field-bad', wide && 'field-wide')}>
      <label htmlFor={id} className={text.required ? 'must' : undefined}>
        {text.label}
      </label>
      <FieldHint id={id}>{text.hint}</FieldHint>
      {children}
      <FieldError id={id}>{text.error}</FieldError>
    </div>
  )
}
