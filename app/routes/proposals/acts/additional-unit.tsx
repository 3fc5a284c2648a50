import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requestAdditionalUnit } from '~/domain/additional-unit/request-additional-unit.server'
import { hiddenFields, line } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { Select } from '~/ui/forms/select'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'request_additional_unit')
  const { additionalUnits } = read.facts
  const isFree = (id: string) => !additionalUnits.some((a) => a.unitId === id && a.state !== 'refused')
  return {
    act,
    units: read.units
      .filter((u) => u.kind === 'co_handling' && isFree(u.id))
      .map((u) => ({ value: u.id, label: u.fullName })),
  }
})

const fields = z.object({
  ...hiddenFields,
  unitId: z.uuid('请选择要增加的单位。'),
  reason: line('理由', 500),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { unitId, reason } = value
  await requestAdditionalUnit(command, await targetOf(visit, undefined), { unitId, reason })
  return done(visit, 'addition', 'co-handling')
})

export default function AddUnit() {
  const { act, units } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="提请增办"
      intro="本局照常办理，请交办机关增加一个承办单位。同意以后再请它会办。"
      act={act}
      form={form}
      labels={{ unitId: '增加的单位', reason: '理由' }}
      submit="提请增办"
    >
      <Select
        name="unitId"
        label="增加的单位"
        required
        empty="请选择"
        options={units}
        value={typedValue(form, 'unitId')}
        error={errorsByField(form?.problems ?? [])['unitId']}
      />
      <ReasonField form={form} hint="哪几条诉求属这个单位职责" />
    </ActForm>
  )
}
