import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { returnToTriage } from '~/domain/allocation/return-to-triage.server'
import { hiddenFields, line } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => (await readAct(visit, 'division_return')).act)

const fields = z.object({ ...hiddenFields, reason: line('理由', 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await returnToTriage(command, await targetOf(visit, value.version), { reason: value.reason })
  return done(visit, 'returned')
})

export default function DivisionReturn() {
  const act = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="退回综合处"
      intro="不属本处室职责的退回综合处，请写明理由和建议的处室。最多退回两次。"
      act={act}
      form={form}
      labels={{ reason: '理由' }}
      submit="退回"
      isHarm
    >
      <ReasonField form={form} />
    </ActForm>
  )
}
