import { z } from 'zod'
import { unitKinds } from '~/domain/people/kinds'
import { checkbox, line } from '~/http/form-fields'
import { typedValue, type FormState } from '~/http/form-state'
import { CheckBox } from '~/ui/forms/check-box'
import { errorsByField } from '~/ui/forms/error-summary'
import { Select } from '~/ui/forms/select'
import { TextField } from '~/ui/forms/text-field'
import { unitKindWords } from '~/domain/deadlines/sheet-words'

export const placeLabels = {
  name: '处室名称', fullName: '全称', shortName: '简称', kind: '类别', position: '排序', isClosed: '停用',
} // prettier-ignore

export const divisionFields = { name: line('处室名称', 40) }
export const unitFields = {
  fullName: line('全称', 80),
  shortName: line('简称', 20),
  kind: z.enum(unitKinds, '请选择类别。'),
}
/** What changing a place adds to naming it. */
export const placeChange = {
  position: z.coerce
    .number('排序请填数字。')
    .int('排序请填整数。')
    .min(0, '排序从 0 起。')
    .max(9999, '排序最大 9999。'),
  isClosed: checkbox,
}

type Props<T> = { form: FormState | undefined; now?: T | undefined }

export function DivisionFields({ form, now }: Props<{ name: string }>) {
  return (
    <TextField
      name="name"
      label={placeLabels.name}
      required
      maxLength={40}
      value={typedValue(form, 'name', now?.name)}
      error={errorsByField(form?.problems ?? [])['name']}
    />
  )
}

export function UnitFields({ form, now }: Props<{ fullName: string; shortName: string; kind: string }>) {
  const errors = errorsByField(form?.problems ?? [])
  return (
    <>
      <div className="two">
        <TextField
          name="fullName"
          label={placeLabels.fullName}
          hint="公章上的名称，复函主送抄送照此印"
          required
          maxLength={80}
          value={typedValue(form, 'fullName', now?.fullName)}
          error={errors['fullName']}
        />
        <TextField
          name="shortName"
          label={placeLabels.shortName}
          hint="如 市教委；交办清单里多写简称"
          required
          maxLength={20}
          value={typedValue(form, 'shortName', now?.shortName)}
          error={errors['shortName']}
        />
      </div>
      <Select
        name="kind"
        label={placeLabels.kind}
        required
        empty="请选择"
        options={unitKinds.map((kind) => ({ value: kind, label: unitKindWords[kind] }))}
        value={typedValue(form, 'kind', now?.kind)}
        error={errors['kind']}
      />
    </>
  )
}

export function ChangeFields({ form, now }: Props<{ position: number; isClosed: boolean }>) {
  const errors = errorsByField(form?.problems ?? [])
  const isFresh = form === undefined
  return (
    <>
      <TextField
        name="position"
        label={placeLabels.position}
        hint="小的在前"
        required
        inputMode="numeric"
        value={typedValue(form, 'position', String(now?.position ?? 0))}
        error={errors['position']}
      />
      <CheckBox
        name="isClosed"
        label="停用：以后不再能选；办过的件里仍显示名称"
        checked={isFresh ? (now?.isClosed ?? false) : form.typed['isClosed'] !== undefined}
        error={errors['isClosed']}
      />
    </>
  )
}
