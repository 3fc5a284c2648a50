import type { TextareaHTMLAttributes } from 'react'
import { controlProps, Field, type FieldText } from './field'

type Own = 'name' | 'id' | 'value' | 'defaultValue' | 'required' | 'style' | 'children' | 'placeholder'

type Props = FieldText & {
  value?: string | undefined
  wide?: boolean | undefined
} & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own>

export function TextArea(props: Props) {
  const { name, label, hint, error, required, id, value, wide, rows = 4, ...area } = props
  const text = { name, label, hint, error, required, id }
  return (
    <Field {...text} wide={wide}>
      <textarea {...area} rows={rows} {...controlProps(text)} defaultValue={value} />
    </Field>
  )
}
