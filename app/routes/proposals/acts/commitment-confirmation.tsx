import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { confirmCommitments } from '~/domain/commitments/record-commitment.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => (await readAct(visit, 'confirm_commitments')).act)

const fields = z.object(hiddenFields)

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await confirmCommitments(command, await targetOf(visit, value.version))
  return done(visit, 'confirmed', 'commitments')
})

export default function CommitmentConfirmation() {
  const act = useLoaderData<typeof loader>()
  return (
    <ActForm
      title="确认承诺事项"
      intro="请对照复函，看承诺是否都已登记、时间和完成标志是否写明；复函里没有承诺的，确认“没有承诺”。"
      act={act}
      form={formOf(useActionData())}
      submit="确认"
    />
  )
}
