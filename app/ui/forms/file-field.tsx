import { controlProps, Field, type FieldText } from './field'

type Props = FieldText & {
  /** As `acceptOf` writes it. */
  accept: string
  many?: boolean | undefined
  wide?: boolean | undefined
}

/** A file to choose. Its form needs encType="multipart/form-data". */
export function FileField({ name, label, hint, error, required, id, accept, many, wide }: Props) {
  const text = { name, label, hint, error, required, id }
  return (
    <Field {...text} wide={wide}>
      <input type="file" accept={accept} multiple={many ?? false} {...controlProps(text)} />
    </Field>
  )
}
