import {
  deadlineKinds,
  kindWords,
  startEvents,
  startWords,
  type DeadlineKind,
} from '~/domain/deadlines/deadline-words'
import { CheckBox } from '~/ui/forms/check-box'
import { Select } from '~/ui/forms/select'
import { TextField } from '~/ui/forms/text-field'
import { ruleFieldWords } from './edit-labels'

export type FieldOf = (name: string) => {
  name: string
  label: string
  value: string
  error: string | undefined
}

const units = [
  { value: 'workday', label: '工作日' },
  { value: 'day', label: '日' },
  { value: 'month', label: '月' },
  { value: 'fixed', label: '固定日期' },
]
const starts = startEvents.map((event) => ({ value: event, label: `${startWords[event]}之日` }))
const consents = [
  { value: 'yes', label: '须经交办机关同意' },
  { value: 'no', label: '不须同意' },
]

type Props = { field: FieldOf; differing: readonly DeadlineKind[] }

export function DeadlineFields({ field, differing }: Props) {
  return deadlineKinds.map((kind) => (
    <RuleFields
      key={kind}
      title={kindWords[kind]}
      isDiffering={differing.includes(kind)}
      field={(name) => ({ ...field(`${kind}.${name}`), label: ruleFieldWords[name] })}
    />
  ))
}

type RuleProps = {
  title: string
  isDiffering: boolean
  field: (name: keyof typeof ruleFieldWords) => ReturnType<FieldOf>
}

function RuleFields({ title, isDiffering, field }: RuleProps) {
  const box = (name: 'rollsForward' | 'isPlain') => {
    const { value, ...rest } = field(name)
    return <CheckBox {...rest} checked={value !== ''} />
  }
  return (
    <fieldset className="rule-f fform">
      <legend>{title}</legend>
      <div className="two">
        <Select {...field('unit')} options={units} />
        <Select {...field('startEvent')} options={starts} />
        <TextField {...field('amount')} hint="按算法的单位" inputMode="numeric" />
        <TextField {...field('soonThreshold')} hint="剩多少时标为临期" inputMode="numeric" />
        <TextField {...field('wideAmount')} hint="没有区别的留空" inputMode="numeric" />
        <TextField {...field('maxAmount')} hint="没有上限的留空" inputMode="numeric" />
        <TextField {...field('monthDay')} hint="算法选固定日期时填，如 05-31" />
        <Select {...field('needsConsent')} options={consents} empty="未规定" />
      </div>
      {box('rollsForward')}
      {isDiffering ? box('isPlain') : null}
      <div className="two">
        <TextField {...field('law')} hint="法规名称，不带书名号；通知写文号" />
        <TextField {...field('edition')} hint="法规的版本，如 2025年修正；通知留空" />
        <TextField {...field('article')} hint="如 第五十一条" />
        <TextField {...field('note')} hint="没有依据文件的，写明是本局惯例" />
      </div>
    </fieldset>
  )
}
