import type { Track } from '~/domain/proposal/words-of-the-trade'
import { sessionKinds } from '~/domain/proposal/words-of-the-trade'
import { Select } from '~/ui/forms/select'
import { TextField } from '~/ui/forms/text-field'
import { sessionKindWords } from '~/ui/words'

export const settingsLabels = {
  columns: '各列',
  meetingId: '会议',
  sessionKind: '大会或闭会',
  assigningUnitId: '交办机关',
  assignedOn: '交办日期',
  receivedOn: '收到日期',
}

type Props = {
  choices: { meetings: { id: string; track: Track; name: string }[]; units: { id: string; name: string }[] }
  value: (name: string) => string
  error: (name: string) => string | undefined
}

/** What holds for every row the list says nothing of. */
export function SettingsFields({ choices, value, error }: Props) {
  return (
    <>
      <Select
        name="meetingId"
        label={settingsLabels.meetingId}
        required
        empty="请选择"
        options={choices.meetings.map((m) => ({ value: m.id, label: m.name }))}
        value={value('meetingId')}
        error={error('meetingId')}
      />
      <Select
        name="sessionKind"
        label={settingsLabels.sessionKind}
        required
        options={sessionKinds.map((kind) => ({ value: kind, label: sessionKindWords[kind] }))}
        value={value('sessionKind')}
        error={error('sessionKind')}
      />
      <Select
        name="assigningUnitId"
        label={settingsLabels.assigningUnitId}
        empty="未定"
        options={choices.units.map((u) => ({ value: u.id, label: u.name }))}
        value={value('assigningUnitId')}
        error={error('assigningUnitId')}
      />
      {(['assignedOn', 'receivedOn'] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={settingsLabels[name]}
          hint="如 2026-03-05"
          required
          value={value(name)}
          error={error(name)}
        />
      ))}
    </>
  )
}
