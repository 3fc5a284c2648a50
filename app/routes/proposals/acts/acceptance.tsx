import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { acceptInDivision } from '~/domain/allocation/accept-in-division.server'
import { hiddenFields } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { Select } from '~/ui/forms/select'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { handlersOf } from './handlers-of.server'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'division_accept')
  return { act, handlers: handlersOf(read) }
})

const fields = z.object({ ...hiddenFields, handlerId: z.uuid('请选择承办人。') })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await acceptInDivision(command, await targetOf(visit, value.version), { handlerId: value.handlerId })
  return done(visit, 'accepted')
})

export default function Acceptance() {
  const { act, handlers } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="签收"
      intro={
        <>
          属本处室职责的签收并确定承办人；不属的请
          <a href={paths.act(act.number, 'division-return')}>退回综合处</a>。
        </>
      }
      act={act}
      form={form}
      labels={{ handlerId: '承办人' }}
      submit="签收"
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
    </ActForm>
  )
}
