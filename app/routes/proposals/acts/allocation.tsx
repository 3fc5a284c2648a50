import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { allocate } from '~/domain/allocation/allocate.server'
import { handlingRoles } from '~/domain/proposal/words-of-the-trade'
import { hiddenFields, optionalChoice } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { RadioGroup } from '~/ui/forms/options'
import { Select } from '~/ui/forms/select'
import { handlingRoleWords } from '~/domain/proposal/words'
import { isOpen } from '~/domain/people/closing-places'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'allocate')
  return {
    act,
    divisions: read.divisions.filter(isOpen).map((d) => ({ value: d.id, label: d.name })),
    units: read.units
      .filter(isOpen)
      .filter((u) => u.kind === 'co_handling')
      .map((u) => ({ value: u.id, label: u.fullName })),
  }
})

const fields = z.object({
  ...hiddenFields,
  divisionId: z.uuid('请选择承办处室。'),
  handlingRole: z.enum(handlingRoles, '请选择本局的办理身份。'),
  leadUnitId: optionalChoice(z.uuid()),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { divisionId, handlingRole, leadUnitId } = value
  await allocate(command, await targetOf(visit, value.version), { divisionId, handlingRole, leadUnitId })
  return done(visit, 'allocated')
})

const labels = { divisionId: '承办处室', handlingRole: '办理身份', leadUnitId: '主办单位' }
const hints = {
  sole: '由本局一家办理',
  lead: '本局答复代表委员，其他单位会办',
  separate: '各单位就自己的部分分别答复',
  assist: '本局只向主办单位提会办意见',
}

export default function Allocate() {
  const { act, divisions, units } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActForm
      title="分办到处室"
      intro="先定本局是什么身份，再交给处室签收。"
      act={act}
      form={form}
      labels={labels}
      submit="分办"
    >
      <RadioGroup
        name="handlingRole"
        label="办理身份"
        required
        options={handlingRoles.map((role) => ({
          value: role,
          label: handlingRoleWords[role],
          hint: hints[role],
        }))}
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
    </ActForm>
  )
}
