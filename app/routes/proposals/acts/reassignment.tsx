import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { reassign } from '~/domain/allocation/reassign.server'
import { hiddenFields, line } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { Select } from '~/ui/forms/select'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { handlersOf } from './handlers-of.server'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'reassign')
  return { act, handlers: handlersOf(read) }
})

const fields = z.object({ ...hiddenFields, handlerId: z.uuid('请选择承办人。'), reason: line('理由', 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { handlerId, reason } = value
  await reassign(command, await targetOf(visit, value.version), { handlerId, reason })
  return done(visit, 'reassigned')
})

export default function Reassignment() {
  const { act, handlers } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="改由他人承办"
      act={act}
      form={form}
      labels={{ handlerId: '承办人', reason: '理由' }}
      submit="改由他人承办"
    >
      <Select
        name="handlerId"
        label="承办人"
        required
        empty="请选择"
        options={handlers}
        value={typedValue(form, 'handlerId')}
        error={errorsByField(form?.problems ?? [])['handlerId']}
      />
      <ReasonField form={form} />
    </ActForm>
  )
}
