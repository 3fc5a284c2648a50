import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { moveToDivision } from '~/domain/allocation/reassign.server'
import { isOpen } from '~/domain/people/closing-places'
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
  const { read, act } = await readAct(visit, 'move_to_division')
  const others = read.divisions.filter(isOpen).filter((d) => d.id !== read.facts.proposal.divisionId)
  return { act, divisions: others.map((d) => ({ value: d.id, label: d.name })) }
})

const fields = z.object({
  ...hiddenFields,
  divisionId: z.uuid('请选择承办处室。'),
  reason: line('理由', 500),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { divisionId, reason } = value
  await moveToDivision(command, await targetOf(visit, value.version), { divisionId, reason })
  return done(visit, 'moved')
})

export default function OtherDivision() {
  const { act, divisions } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="改分处室"
      intro="改分以后由新处室重新签收，原承办人不再承办。"
      act={act}
      form={form}
      labels={{ divisionId: '承办处室', reason: '理由' }}
      submit="改分"
    >
      <Select
        name="divisionId"
        label="承办处室"
        required
        empty="请选择"
        options={divisions}
        value={typedValue(form, 'divisionId')}
        error={errorsByField(form?.problems ?? [])['divisionId']}
      />
      <ReasonField form={form} />
    </ActForm>
  )
}
