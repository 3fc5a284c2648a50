import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { submitForClearance } from '~/domain/clearance/submit-for-clearance.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { readAct } from '../acts/act.server'
import { ActForm, formOf } from '../acts/act-form'
import { ReplyActPage } from './reply-act'
import { replyTarget } from './reply-act.server'

export const loader = forUser(async (visit) => ({
  frame: frameOf(visit),
  act: (await readAct(visit, 'submit_for_clearance')).act,
}))

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, z.object(hiddenFields))
  await submitForClearance(command, await replyTarget(visit, value.version))
  return redirect(`${paths.proposal(visit.params['number'] ?? '')}?done=submitted`, 303)
})

export default function Submission() {
  const { frame, act } = useLoaderData<typeof loader>()
  return (
    <ReplyActPage frame={frame}>
      <ActForm
        title="提交审核"
        intro="送审后稿子固定下来，改动一个字都要重新审。"
        act={act}
        form={formOf(useActionData())}
        submit="提交审核"
      />
    </ReplyActPage>
  )
}
