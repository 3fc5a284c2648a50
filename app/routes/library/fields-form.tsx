import { fieldForms } from '~/domain/library/accepted-fields'
import { typedValue, type FormState } from '~/http/form-state'
import { Button } from '~/ui/forms/button'
import { ErrorSummary, errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { Select } from '~/ui/forms/select'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import { Tag } from '~/ui/marks/tag'
import { Card } from '~/ui/parts/card'
import { ConflictNote } from '~/ui/parts/conflict-note'
import { Fold } from '~/ui/parts/fold'
import type { FieldRow } from './review-sheet'

type Props = { formKey: string; form: FormState | undefined; rows: readonly FieldRow[] }

const labels = Object.fromEntries(fieldForms.map(({ field, words }) => [field, words]))

/** What was read, to be accepted as it is or corrected; what the page does not say is folded away. */
export function FieldsForm({ formKey, form, rows }: Props) {
  const problems = (form?.problems ?? []).filter(({ field }) => field !== 'reason')
  const errors = errorsByField(problems)
  const draw = (row: FieldRow) => (
    <FieldOf
      key={row.field}
      row={row}
      value={typedValue(form, row.field, row.value)}
      error={errors[row.field]}
    />
  )
  const isRead = (row: FieldRow) =>
    row.value !== '' || row.field === 'kind' || errors[row.field] !== undefined
  const unread = rows.filter((row) => !isRead(row))
  return (
    <Card id="fields" title="读出的内容" note="不对的改过来，没有的留空" pad>
      <form className="fform" method="post">
        <ErrorSummary problems={problems} labels={labels} title="没有收录，填好的都还在" />
        {form?.conflict ? <ConflictNote conflict={form.conflict} /> : null}
        <HiddenFields values={{ key: formKey, act: 'accept' }} />
        <div className="field-grid">{rows.filter(isRead).map(draw)}</div>
        {unread.length > 0 ? (
          <Fold title="原文里没有的" note={`${unread.length} 项`}>
            <div className="field-grid pad">{unread.map(draw)}</div>
          </Fold>
        ) : null}
        <div className="row">
          <Button kind="do">核对无误，收录</Button>
        </div>
      </form>
    </Card>
  )
}

const hasLongText = new Set(['title', 'subject', 'headings', 'commitments'])

function FieldOf({
  row,
  value,
  error,
}: {
  row: FieldRow
  value: string | undefined
  error: string | undefined
}) {
  const form = fieldForms.find(({ field }) => field === row.field)
  if (!form) return null
  const text = {
    name: form.field,
    label: form.words,
    hint: <Trust row={row} isList={form.kind === 'list'} />,
    error,
  }
  const wide = hasLongText.has(form.field)
  if (form.kind === 'choice')
    return (
      <Select
        {...text}
        value={value}
        empty="请选择"
        options={(form.choices ?? []).map(([choice, label]) => ({ value: choice, label }))}
      />
    )
  if (form.kind === 'list')
    return (
      <TextArea
        {...text}
        wide={wide}
        rows={Math.min(8, (value ?? '').split('\n').length + 1)}
        value={value}
      />
    )
  if (wide) return <TextArea {...text} wide rows={2} value={value} />
  return <TextField {...text} value={value} inputMode={form.kind === 'number' ? 'numeric' : undefined} />
}

function Trust({ row, isList }: { row: FieldRow; isList: boolean }) {
  if (row.confidence === null) return isList ? '每行一条' : null
  return (
    <>
      {row.isDoubtful ? <Tag tone="amber">{row.confidence}</Tag> : row.confidence}
      {isList ? '，每行一条' : ''}
      {row.place ? (
        <>
          {' · '}
          <a href={`#${row.place}`}>看原文</a>
        </>
      ) : null}
    </>
  )
}
