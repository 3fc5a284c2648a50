import { controlProps, Field, type FieldText } from './field'

export type Option = { value: string; label: string; disabled?: boolean | undefined }

type Props = FieldText & {
  options: readonly Option[]
  value?: string | undefined
  /** The first line, with an empty value: 请选择, 全部处室. */
  empty?: string | undefined
  wide?: boolean | undefined
}

export function Select({ options, value, empty, wide, ...text }: Props) {
  return (
    <Field {...text} wide={wide}>
      <select {...controlProps(text)} defaultValue={value ?? (empty === undefined ? undefined : '')}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
