import { handlingRoleWords } from '~/domain/proposal/words'
import { handlingRoles } from '~/domain/proposal/words-of-the-trade'
import { typedValue, type FormState } from '~/http/form-state'
import { errorsByField } from '~/ui/forms/error-summary'
import { RadioGroup } from '~/ui/forms/options'
import { Select, type Option } from '~/ui/forms/select'
import { ReasonField } from '../acts/reason-field'
import type { SelectionAct } from './selection-acts'

type Props = {
  act: SelectionAct
  form: FormState | undefined
  divisions: readonly Option[]
  units: readonly Option[]
}

/** What an act on a list asks, once for all its items. */
export function SelectionFields({ act, form, divisions, units }: Props) {
  if (act === 'urge')
    return <ReasonField form={form} hint="写明为什么催、最迟什么时候办好；每一件都用这一句。" />
  if (act === 'key') return <ReasonField form={form} hint="写明由谁、在哪次会议上确定。" />
  if (act !== 'allocate') return null
  const errors = errorsByField(form?.problems ?? [])
  return (
    <>
      <RadioGroup
        name="handlingRole"
        label="办理身份"
        required
        across
        options={handlingRoles.map((role) => ({ value: role, label: handlingRoleWords[role] }))}
        value={typedValue(form, 'handlingRole')}
        error={errors['handlingRole']}
      />
      <Select
        name="divisionId"
        label="承办处室"
        required
        empty="请选择"
        options={divisions}
        value={typedValue(form, 'divisionId')}
        error={errors['divisionId']}
      />
      <Select
        name="leadUnitId"
        label="主办单位"
        hint="只在会办时填"
        empty="（不是会办）"
        options={units}
        value={typedValue(form, 'leadUnitId')}
        error={errors['leadUnitId']}
      />
    </>
  )
}
