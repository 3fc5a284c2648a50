import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { voidProposal } from '~/domain/intake/void-proposal.server'
import { hiddenFields, line } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => (await readAct(visit, 'void')).act)

const fields = z.object({ ...hiddenFields, reason: line('理由', 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await voidProposal(command, await targetOf(visit, value.version), { reason: value.reason })
  return done(visit, 'voided')
})

export default function Voiding() {
  const act = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="误登作废"
      intro="登记错了的作废，编号可以再用；作废后不能恢复。"
      act={act}
      form={form}
      labels={{ reason: '理由' }}
      submit="作废"
      isHarm
    >
      <ReasonField form={form} />
    </ActForm>
  )
}
