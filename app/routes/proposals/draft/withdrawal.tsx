import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { withdrawFromClearance } from '~/domain/clearance/withdraw-from-clearance.server'
import { hiddenFields, line } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { formOf } from '../acts/act-form'
import { actTitle } from './act-title'
import { ReplyActWithReason } from './reply-act'
import { replyActPage, replyTarget } from './reply-act.server'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  actTitle('撤回送审', data?.frame.bureau, data?.about)

export const loader = forUser((visit) => replyActPage(visit, 'withdraw_from_clearance'))

const fields = z.object({ ...hiddenFields, reason: line('理由', 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await withdrawFromClearance(command, await replyTarget(visit, value.version), { reason: value.reason })
  return redirect(`${paths.proposal(visit.params['number'] ?? '')}?done=withdrawn`, 303)
})

export default function Withdrawal() {
  return (
    <ReplyActWithReason
      title="撤回送审"
      intro="撤回后已有的审核全部失效，改好再重新送审。"
      data={useLoaderData<typeof loader>()}
      form={formOf(useActionData())}
      submit="撤回送审"
    />
  )
}
