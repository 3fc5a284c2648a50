import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { withdrawFromClearance } from '~/domain/clearance/withdraw-from-clearance.server'
import { hiddenFields, line } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { ActForm, formOf } from '../acts/act-form'
import { ReasonField } from '../acts/reason-field'
import { actTitle } from './act-title'
import { ReplyActPage } from './reply-act'
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
  const { frame, about, act } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ReplyActPage frame={frame} about={about} act="撤回送审">
      <ActForm
        title="撤回送审"
        intro="撤回后已有的审核全部失效，改好再重新送审。"
        act={act}
        form={form}
        labels={{ reason: '理由' }}
        submit="撤回送审"
        isHarm
      >
        <ReasonField form={form} />
      </ActForm>
    </ReplyActPage>
  )
}
