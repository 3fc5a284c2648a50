import type { ReactNode } from 'react'
import { fieldId, FieldError, FieldHint, type FieldText } from './field'
import { classNames } from '../class-names'

export type Choice = {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean | undefined
}

type GroupProps = FieldText & { className?: string | undefined; children: ReactNode }

/** A set of choices under one legend; the first control carries the field's id, so that the summary can jump to it. */
export function Choices({
  name,
  label,
  hint,
  error,
  required,
  id = fieldId(name),
  className,
  children,
}: GroupProps) {
  const described = classNames(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`)
  return (
    <fieldset
      className={classNames(className, error !== undefined && 'field-bad') || undefined}
      aria-describedby={described || undefined}
    >
      <legend className={required ? 'must' : undefined}>{label}</legend>
      <FieldHint id={id}>{hint}</FieldHint>
      {children}
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  )
}

type RadioProps = FieldText & {
  options: readonly Choice[]
  /** Never given a value the person has not chosen. */
  value?: string | undefined
  across?: boolean | undefined
}

export function RadioGroup({ options, value, across, ...text }: RadioProps) {
  const id = text.id ?? fieldId(text.name)
  return (
    <Choices {...text}>
      <div className={classNames('opts', across && 'opts-across')}>
        {options.map((option, index) => (
          <label key={option.value}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={text.name}
              value={option.value}
              defaultChecked={option.value === value}
              disabled={option.disabled}
              required={text.required}
            />
            <OptionText {...option} />
          </label>
        ))}
      </div>
    </Choices>
  )
}

type CheckProps = FieldText & {
  options: readonly Choice[]
  values?: readonly string[] | undefined
  across?: boolean | undefined
}

export function CheckGroup({ options, values = [], across, ...text }: CheckProps) {
  const id = text.id ?? fieldId(text.name)
  return (
    <Choices {...text}>
      <div className={classNames('opts', across && 'opts-across')}>
        {options.map((option, index) => (
          <label key={option.value}>
            <input
              type="checkbox"
              id={index === 0 ? id : undefined}
              name={text.name}
              value={option.value}
              defaultChecked={values.includes(option.value)}
              disabled={option.disabled}
            />
            <OptionText {...option} />
          </label>
        ))}
      </div>
    </Choices>
  )
}

function OptionText({ label, hint }: Choice) {
  return (
    <span>
      {label}
      {hint === undefined ? null : <span className="hint opt-hint">{hint}</span>}
    </span>
  )
}
