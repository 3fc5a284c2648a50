import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { redoOpinion } from '~/domain/co-handling/redo-opinion.server'
import { hiddenFields, line } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => (await readAct(visit, 'reopen_for_rework')).act)

const fields = z.object({ ...hiddenFields, reason: line('理由', 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await redoOpinion(command, await targetOf(visit, value.version), { reason: value.reason })
  return done(visit, 'redone')
})

export default function Redoing() {
  const act = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="重新提出会办意见"
      intro="主办单位退回了本局的会办意见。确认后回到办理中，由原承办人重新拟稿、审签、印发；已印发的那一份和它的文号都保留。"
      act={act}
      form={form}
      labels={{ reason: '理由' }}
      submit="重新办理"
    >
      <ReasonField form={form} hint="写明主办单位退回的来函日期和理由" />
    </ActForm>
  )
}
