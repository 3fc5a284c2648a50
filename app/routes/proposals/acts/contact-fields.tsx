import { z } from 'zod'
import { isDay } from '~/domain/deadlines/day'
import { acceptOf, megabyte, type FileKind } from '~/domain/files/file-kinds'
import { contactChannelWords, contactPhaseWords } from '~/domain/proposal/words'
import { contactChannels, contactPhases } from '~/domain/proposal/words-of-the-trade'
import { hiddenFields, line, optionalLine } from '~/http/form-fields'
import { typedValue, type FormState } from '~/http/form-state'
import { errorsByField } from '~/ui/forms/error-summary'
import { FileField } from '~/ui/forms/file-field'
import { RadioGroup } from '~/ui/forms/options'
import { Select } from '~/ui/forms/select'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'

export const contactForm = z.object({
  ...hiddenFields,
  heldOn: z.string().refine(isDay, '请填写沟通日期，如 2026-03-05。'),
  channel: z.enum(contactChannels, '请选择沟通方式。'),
  phase: z.enum(contactPhases, '请选择办前、办中还是办后。'),
  people: line('对方参加人', 200),
  ourPeople: optionalLine('我方参加人', 200),
  summary: line('沟通内容', 5_000),
})

type Form = z.output<typeof contactForm>

export const contactIn = ({ heldOn, channel, phase, people, ourPeople, summary }: Form) => ({
  heldOn, channel, phase, people, ourPeople, summary,
}) // prettier-ignore

const kinds = [
  'pdf',
  'jpg',
  'png',
  'docx',
  'doc',
  'wps',
  'ofd',
  'xlsx',
] as const satisfies readonly FileKind[]

/** 见面照片, 座谈纪要, 来函. */
export const contactFiles = { files: { kinds, most: 20 * megabyte, many: 5 } }

export const contactLabels = {
  heldOn: '日期', channel: '方式', phase: '阶段', people: '对方', ourPeople: '我方', summary: '内容', files: '附件',
} // prettier-ignore

type Name = 'heldOn' | 'channel' | 'phase' | 'people' | 'ourPeople' | 'summary'
type Props = {
  form: FormState | undefined
  today: string
  now: Partial<Record<Name, string>>
  filesHint: string
}

export function ContactFields({ form, today, now, filesHint }: Props) {
  const errors = errorsByField(form?.problems ?? [])
  const field = (name: Name) => ({ name, value: typedValue(form, name, now[name]), error: errors[name] })
  return (
    <>
      <div className="two">
        <TextField {...field('heldOn')} label="沟通日期" type="date" required max={today} />
        <Select
          {...field('channel')}
          label="方式"
          required
          empty="请选择"
          options={contactChannels.map((c) => ({ value: c, label: contactChannelWords[c] }))}
        />
      </div>
      <RadioGroup
        {...field('phase')}
        label="阶段"
        required
        across
        options={contactPhases.map((p) => ({ value: p, label: contactPhaseWords[p] }))}
      />
      <div className="two">
        <TextField
          {...field('people')}
          label="对方参加人"
          hint="代表委员或其单位的人"
          required
          maxLength={200}
        />
        <TextField {...field('ourPeople')} label="我方参加人" maxLength={200} />
      </div>
      <TextArea
        {...field('summary')}
        label="沟通内容"
        hint="代表委员说了什么、对答复思路是否认可"
        required
        rows={5}
      />
      <FileField
        name="files"
        label="附件"
        hint={filesHint}
        accept={acceptOf(kinds)}
        many
        error={errors['files']}
      />
    </>
  )
}
