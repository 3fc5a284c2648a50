import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { flagKey } from '~/domain/proposal/flag-key.server'
import { hiddenFields, line, optionalLine } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { typedValue } from '~/http/form-state'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextField } from '~/ui/forms/text-field'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'flag_key')
  const { supervisor, ledBy } = read.particulars
  return { act, supervisor, ledBy, isKey: read.facts.proposal.priority === 'key' }
})

const fields = z.object({
  ...hiddenFields,
  reason: line('理由', 500),
  supervisor: optionalLine('领衔督办人', 60),
  ledBy: optionalLine('领办人', 60),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { reason, supervisor, ledBy } = value
  await flagKey(command, await targetOf(visit, value.version), { reason, supervisor, ledBy })
  return done(visit, 'key')
})

export default function KeyItem() {
  const { act, supervisor, ledBy, isKey } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActForm
      title={isKey ? '重点督办' : '列为重点件'}
      intro="请写明由谁确定为重点督办件。"
      act={act}
      form={form}
      labels={{ reason: '理由', supervisor: '领衔督办人', ledBy: '领办人' }}
      submit={isKey ? '登记' : '列为重点'}
    >
      <TextField
        name="supervisor"
        label="领衔督办人"
        hint="人大、政协或政府哪位领导督办"
        maxLength={60}
        value={typedValue(form, 'supervisor', supervisor)}
        error={errors['supervisor']}
      />
      <TextField
        name="ledBy"
        label="领办人"
        hint="本局哪位领导领办"
        maxLength={60}
        value={typedValue(form, 'ledBy', ledBy)}
        error={errors['ledBy']}
      />
      <ReasonField form={form} />
    </ActForm>
  )
}
