import { FieldError, fieldId } from '~/ui/forms/field'
import { TextArea } from '~/ui/forms/text-area'

type Props = { typed: Readonly<Record<string, string[]>>; errors: Partial<Record<string, string>> }

const rows = [0, 1, 2]

/** Where in the letter, and what is wanted there: three places, without script. */
export function ReturnRows({ typed, errors }: Props) {
  const id = fieldId('remarks')
  return (
    <fieldset className="stack" id={id} tabIndex={-1}>
      <legend>审核意见</legend>
      <FieldError id={id}>{errors['remarks']}</FieldError>
      {rows.map((i) => (
        <div className="two" key={i}>
          <TextArea
            name="quote"
            id={fieldId(`quote-${i}`)}
            label={`原文 ${i + 1}`}
            hint="照抄复函里的一句话"
            rows={2}
            value={typed['quote']?.[i] ?? ''}
            error={errors[`quote-${i}`]}
          />
          <TextArea
            name="remark"
            id={fieldId(`remark-${i}`)}
            label={`意见 ${i + 1}`}
            hint="写明怎么改"
            rows={2}
            value={typed['remark']?.[i] ?? ''}
            error={errors[`remark-${i}`]}
          />
        </div>
      ))}
    </fieldset>
  )
}
