import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { submitForClearance } from '~/domain/clearance/submit-for-clearance.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { formOf } from '../acts/act-form'
import { actTitle } from './act-title'
import { ReplyAct } from './reply-act'
import { replyActPage, replyTarget } from './reply-act.server'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  actTitle('提交审核', data?.frame.bureau, data?.about)

export const loader = forUser((visit) => replyActPage(visit, 'submit_for_clearance'))

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, z.object(hiddenFields))
  await submitForClearance(command, await replyTarget(visit, value.version))
  return redirect(`${paths.proposal(visit.params['number'] ?? '')}?done=submitted`, 303)
})

export default function Submission() {
  return (
    <ReplyAct
      title="提交审核"
      intro="送审后稿子固定下来，改动一个字都要重新审。"
      data={useLoaderData<typeof loader>()}
      form={formOf(useActionData())}
      submit="提交审核"
    />
  )
}
