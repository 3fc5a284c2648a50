import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { flagKey } from '~/domain/proposal/flag-key.server'
import { hiddenFields, line } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => (await readAct(visit, 'flag_key')).act)

const fields = z.object({ ...hiddenFields, reason: line('理由', 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await flagKey(command, await targetOf(visit, value.version), { reason: value.reason })
  return done(visit, 'key')
})

export default function KeyItem() {
  const act = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="列为重点件"
      intro="请写明由谁确定为重点督办件。"
      act={act}
      form={form}
      labels={{ reason: '理由' }}
      submit="列为重点"
    >
      <ReasonField form={form} />
    </ActForm>
  )
}
