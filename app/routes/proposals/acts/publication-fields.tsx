import { publicationModes } from '~/domain/proposal/words-of-the-trade'
import { typedValue, type FormState } from '~/http/form-state'
import { errorsByField } from '~/ui/forms/error-summary'
import { RadioGroup } from '~/ui/forms/options'
import { TextArea } from '~/ui/forms/text-area'
import { publicationModeWords } from '~/domain/proposal/words'

export const publicationLabels = { mode: '公开意见', ground: '依据' }

type Props = { form: FormState | undefined; now: { mode: string; ground: string } | null }

export function PublicationFields({ form, now }: Props) {
  const errors = errorsByField(form?.problems ?? [])
  return (
    <>
      <RadioGroup
        name="mode"
        label="公开意见"
        required
        options={publicationModes.map((mode) => ({ value: mode, label: publicationModeWords[mode] }))}
        value={typedValue(form, 'mode', now?.mode)}
        error={errors['mode']}
      />
      <TextArea
        name="ground"
        label="依据"
        hint="如《政府信息公开条例》第十六条"
        rows={3}
        value={typedValue(form, 'ground', now?.ground)}
        error={errors['ground']}
      />
    </>
  )
}
