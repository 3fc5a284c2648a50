import type { InputHTMLAttributes } from 'react'
import { controlProps, Field, type FieldText } from './field'

type Own = 'name' | 'id' | 'value' | 'defaultValue' | 'required' | 'style' | 'children' | 'placeholder'

type Props = FieldText & {
  value?: string | undefined
  wide?: boolean | undefined
} & Omit<InputHTMLAttributes<HTMLInputElement>, Own>

export function TextField(props: Props) {
  const { name, label, hint, error, required, id, value, wide, type = 'text', ...input } = props
  const text = { name, label, hint, error, required, id }
  return (
    <Field {...text} wide={wide}>
      <input {...input} type={type} {...controlProps(text)} defaultValue={value} />
    </Field>
  )
}
