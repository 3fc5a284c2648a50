import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { closeProposal } from '~/domain/proposal/close-proposal.server'
import { isAnsweredElsewhere } from '~/domain/taking-over/answered-elsewhere'
import { hiddenFields, optionalLine } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => {
  const { act, read } = await readAct(visit, 'close')
  return { act, isElsewhere: isAnsweredElsewhere(read.facts) }
})

const fields = z.object({ ...hiddenFields, reason: optionalLine('理由', 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await closeProposal(command, await targetOf(visit, value.version), { reason: value.reason })
  return done(visit, 'closed', '')
})

const ours = '回执收齐、公开已定、承诺已确认、会办已了结，方可办结。'
const elsewhere =
  '接续办理的件，复函由原系统印发，本系统不等它的回执、公开和承诺。请写明凭什么办结，例如原系统已收回执。'

export default function Closing() {
  const { act, isElsewhere } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="办结"
      intro={isElsewhere ? elsewhere : ours}
      act={act}
      form={form}
      labels={{ reason: '理由' }}
      submit="办结"
    >
      {isElsewhere ? <ReasonField form={form} /> : null}
    </ActForm>
  )
}
