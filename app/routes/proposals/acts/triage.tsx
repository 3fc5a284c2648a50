import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { SimilarSection } from '../similar/similar-section'
import { similarOf } from '../similar/similar-of.server'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => ({
  act: (await readAct(visit, 'submit_for_triage')).act,
  similar: await similarOf(visit),
}))

const fields = z.object(hiddenFields)

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await submitForTriage(command, await targetOf(visit, value.version))
  return done(visit, 'triage', '')
})

export default function Triage() {
  const { act, similar } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <>
      <ActForm
        title="核对登记"
        intro="请对照交办单核对编号、案由、提出人、日期和正文；核对无误后转入研判。"
        act={act}
        form={form}
        submit="核对无误，转入研判"
      />
      <SimilarSection number={act.number} cases={similar} />
    </>
  )
}
