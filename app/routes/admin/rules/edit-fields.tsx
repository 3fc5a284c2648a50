import { wordingFields } from '~/domain/deadlines/wording-lines'
import { outcomes } from '~/domain/proposal/words-of-the-trade'
import { roleWords } from '~/domain/proposal/who-can-help'
import { CheckBox } from '~/ui/forms/check-box'
import { Select } from '~/ui/forms/select'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import type { FieldOf } from './deadline-fields'

type Props = { field: FieldOf }

function Box({ field, name }: Props & { name: string }) {
  const { value, ...rest } = field(name)
  return <CheckBox {...rest} checked={value !== ''} />
}

export function AboutFields({ field }: Props) {
  return (
    <>
      <TextField {...field('name')} required maxLength={60} />
      <div className="two">
        <TextField {...field('effectiveFrom')} type="date" hint="不清楚的留空" />
        <TextField {...field('effectiveTo')} type="date" hint="还在施行的留空" />
      </div>
      <TextField {...field('caution')} hint="用的人要注意什么，可留空" />
      <Box field={field} name="verified" />
    </>
  )
}

const signers = (['director', 'deputy'] as const).map((role) => ({ value: role, label: roleWords[role] }))
const perLine = '一行一步，同时审的写在一行，用顿号隔开'

export function ClearanceFields({ field }: Props) {
  return (
    <>
      <TextArea {...field('chain')} hint={perLine} required rows={4} />
      <Select {...field('signerRole')} options={signers} />
      <TextArea {...field('priorityChain')} hint="与一般件相同的留空" rows={3} />
      <Select {...field('prioritySigner')} options={signers} />
      <TextArea {...field('assistChain')} hint="与一般件相同的留空" rows={3} />
      <Select {...field('assistSigner')} options={signers} />
      <TextField {...field('cc.npc')} hint="按先后，用顿号隔开" />
      <TextField {...field('cc.cppcc')} hint="按先后，用顿号隔开" />
    </>
  )
}

const letters = ['A', 'B', 'C', 'D'].map((letter) => ({ value: letter, label: letter }))

export function ClassFields({ field }: Props) {
  return (
    <>
      <div className="two">
        {outcomes.map((outcome) => (
          <Select key={outcome} {...field(`outcome.${outcome}`)} options={letters} />
        ))}
      </div>
      <Box field={field} name="bRequiresDatedCommitment" />
    </>
  )
}

const numberings = [
  { value: 'separate', label: '复函与会办意见各编各的号' },
  { value: 'shared', label: '复函与会办意见合编一个号' },
]

export function WordingFields({ field }: Props) {
  return (
    <>
      <p className="hint">花括号里的字，如 {'{案由}'}，会换成这一件的实际内容，请原样保留。</p>
      {wordingFields.map(([place]) => (
        <TextField key={place} {...field(`wording.${place}`)} required />
      ))}
      <Select {...field('numbering')} options={numberings} empty="未规定" />
      <TextArea {...field('closings.npc')} hint="一行一句" rows={3} />
      <TextArea {...field('closings.cppcc')} hint="一行一句" rows={3} />
    </>
  )
}
