import { sessionKinds, sponsorKinds, tracks, type Track } from '~/domain/proposal/words-of-the-trade'
import { CheckBox } from '~/ui/forms/check-box'
import { RadioGroup } from '~/ui/forms/options'
import { Select } from '~/ui/forms/select'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import { trackWords } from '~/domain/proposal/words'
import { sessionKindWords, sponsorKindWords } from '~/ui/words'
import { maxText } from './registration-limits'

export const registrationLabels = {
  track: '种类', meetingId: '会议', sessionKind: '大会或闭会', officialNo: '编号', subject: '案由', text: '正文',
  sponsorKind: '提出人类别', sponsors: '提出人', assigningUnitId: '交办机关', assignedOn: '交办日期', receivedOn: '收到日期',
  isWide: '涉及面广', priority: '重点', asks: '诉求',
} // prettier-ignore

type Name = keyof typeof registrationLabels

export type RegistrationChoices = {
  meetings: readonly { id: string; track: Track; name: string }[]
  units: readonly { id: string; name: string }[]
}

type Props = {
  choices: RegistrationChoices
  /** The value of a field: typed before, or a fresh form's. */
  value: (name: Name) => string
  error: (name: Name) => string | undefined
}

const choicesOf = <T extends string>(values: readonly T[], words: Record<T, string>) =>
  values.map((value) => ({ value, label: words[value] }))

/** Which item it is: kind, meeting, session, official number. */
export function ItemFields({ choices, value, error }: Props) {
  const field = (name: Name) => ({ name, label: registrationLabels[name], error: error(name) })
  return (
    <>
      <div className="two">
        <RadioGroup
          {...field('track')}
          required
          across
          options={choicesOf(tracks, trackWords)}
          value={value('track')}
        />
        <RadioGroup
          {...field('sessionKind')}
          required
          across
          options={choicesOf(sessionKinds, sessionKindWords)}
          value={value('sessionKind')}
        />
      </div>
      <div className="two">
        <Select
          {...field('meetingId')}
          required
          hint="种类和会议要一致"
          empty="请选择"
          options={choices.meetings.map((m) => ({
            value: m.id,
            label: `${m.name}（${trackWords[m.track]}）`,
          }))}
          value={value('meetingId')}
        />
        <TextField
          {...field('officialNo')}
          required
          hint="照交办清单填写，前面的 0 不要去掉，如 0217"
          maxLength={20}
          value={value('officialNo')}
        />
      </div>
    </>
  )
}

/** What it asks for, and who asks. */
export function ContentFields({ value, error }: Omit<Props, 'choices'>) {
  const field = (name: Name) => ({ name, label: registrationLabels[name], error: error(name) })
  return (
    <>
      <TextField {...field('subject')} required maxLength={200} value={value('subject')} />
      <TextArea
        {...field('text')}
        required
        rows={10}
        hint={`照原件录入，最多 ${maxText} 字`}
        value={value('text')}
      />
      <TextArea
        {...field('asks')}
        rows={4}
        hint="可以先不填；一行一条，复函要逐条答复"
        value={value('asks')}
      />
      <div className="two">
        <RadioGroup
          {...field('sponsorKind')}
          required
          across
          options={choicesOf(sponsorKinds, sponsorKindWords)}
          value={value('sponsorKind')}
        />
        <TextArea
          {...field('sponsors')}
          required
          rows={3}
          hint="一行一人，领衔的写在第一行；不用写“代表”“委员”；写首字母可查名册"
          value={value('sponsors')}
        />
      </div>
    </>
  )
}

/** Who handed it over, and when: the days the deadlines are counted from. */
export function HandoverFields({ choices, value, error }: Props) {
  const field = (name: Name) => ({ name, label: registrationLabels[name], error: error(name) })
  return (
    <>
      <Select
        {...field('assigningUnitId')}
        empty="没有或不清楚"
        options={choices.units.map((u) => ({ value: u.id, label: u.name }))}
        value={value('assigningUnitId')}
      />
      <div className="two">
        <TextField
          {...field('assignedOn')}
          required
          type="date"
          hint="答复期限从这天起算"
          value={value('assignedOn')}
        />
        <TextField
          {...field('receivedOn')}
          required
          type="date"
          hint="首次沟通从这天起算"
          value={value('receivedOn')}
        />
      </div>
      <CheckBox
        name="isWide"
        label="涉及面广、处理难度大（答复期限按六个月）"
        checked={value('isWide') !== ''}
        error={error('isWide')}
      />
      <CheckBox
        name="priority"
        label="重点件"
        value="key"
        checked={value('priority') !== ''}
        error={error('priority')}
      />
    </>
  )
}
