import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { abandonReply } from '~/domain/reply/abandon-reply.server'
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
  actTitle('作废稿', data?.frame.bureau, data?.about)

export const loader = forUser((visit) => replyActPage(visit, 'abandon'))

const fields = z.object({ ...hiddenFields, reason: line('理由', 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await abandonReply(command, await replyTarget(visit, value.version), { reason: value.reason })
  return redirect(`${paths.proposal(visit.params['number'] ?? '')}?done=abandoned`, 303)
})

export default function Abandonment() {
  const { frame, about, act } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ReplyActPage frame={frame} about={about} act="作废稿">
      <ActForm
        title="作废稿"
        intro="作废后这一稿不再办理，可以重新拟稿。"
        act={act}
        form={form}
        labels={{ reason: '理由' }}
        submit="作废"
        isHarm
      >
        <ReasonField form={form} />
      </ActForm>
    </ReplyActPage>
  )
}
