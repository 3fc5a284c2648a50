import type { ReactNode } from 'react'
import { fieldId, FieldError } from './field'

type Props = {
  name: string
  label: ReactNode
  value?: string | undefined
  checked?: boolean | undefined
  error?: string | undefined
  id?: string | undefined
}

export function CheckBox({ name, label, value = 'yes', checked, error, id = fieldId(name) }: Props) {
  return (
    <div className={error === undefined ? 'opts' : 'opts field-bad'}>
      <label htmlFor={id}>
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
        />
        <span>{label}</span>
      </label>
      <FieldError id={id}>{error}</FieldError>
    </div>
  )
}
