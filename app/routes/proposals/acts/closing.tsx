import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { closeProposal } from '~/domain/proposal/close-proposal.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => (await readAct(visit, 'close')).act)

const fields = z.object(hiddenFields)

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await closeProposal(command, await targetOf(visit, value.version))
  return done(visit, 'closed', '')
})

export default function Closing() {
  const act = useLoaderData<typeof loader>()
  return (
    <ActForm
      title="办结"
      intro="回执收齐、公开已定、承诺已确认、会办已了结，方可办结。"
      act={act}
      form={formOf(useActionData())}
      submit="办结"
    />
  )
}
