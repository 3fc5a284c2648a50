import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { leaveGroup } from '~/domain/merging/leave-group.server'
import { hiddenFields, line } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => (await readAct(visit, 'leave_group')).act)

const fields = z.object({ ...hiddenFields, reason: line('理由', 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await leaveGroup(command, await targetOf(visit, value.version), { reason: value.reason })
  return done(visit, 'unmerged')
})

export default function Leave() {
  const act = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="移出并案"
      intro="移出后从现在这一步起单独办理，期限不变。"
      act={act}
      form={form}
      labels={{ reason: '理由' }}
      submit="移出并案"
    >
      <ReasonField form={form} />
    </ActForm>
  )
}
