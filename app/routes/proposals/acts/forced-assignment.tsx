import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { forceAssign } from '~/domain/allocation/force-assign.server'
import { hiddenFields, line } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => (await readAct(visit, 'force_assign')).act)

const fields = z.object({ ...hiddenFields, reason: line('理由', 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await forceAssign(command, await targetOf(visit, value.version), { reason: value.reason })
  return done(visit, 'forced')
})

export default function ForcedAssignment() {
  const act = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="指定承办处室"
      intro="指定后处室不能再退回。"
      act={act}
      form={form}
      labels={{ reason: '理由' }}
      submit="指定"
    >
      <ReasonField form={form} />
    </ActForm>
  )
}
