import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { abandonReply } from '~/domain/reply/abandon-reply.server'
import { hiddenFields, line } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { formOf } from '../acts/act-form'
import { actTitle } from './act-title'
import { ReplyActWithReason } from './reply-act'
import { replyActPage, replyTarget } from './reply-act.server'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  actTitle('作废稿', data?.frame.bureau, data?.about)

export const loader = forUser((visit) => replyActPage(visit, 'abandon'))

const fields = z.object({ ...hiddenFields, reason: line('理由', 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await abandonReply(command, await replyTarget(visit, value.version), { reason: value.reason })
  return redirect(`${paths.proposal(visit.params['number'] ?? '')}?done=abandoned`, 303)
})

export default function Abandonment() {
  return (
    <ReplyActWithReason
      title="作废稿"
      intro="作废后这一稿不再办理，可以重新拟稿。"
      data={useLoaderData<typeof loader>()}
      form={formOf(useActionData())}
      submit="作废"
    />
  )
}
