import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { abandonReply } from '~/domain/reply/abandon-reply.server'
import { hiddenFields, line } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { readAct } from '../acts/act.server'
import { ActForm, formOf } from '../acts/act-form'
import { ReasonField } from '../acts/reason-field'
import { ReplyActPage } from './reply-act'
import { replyTarget } from './reply-act.server'

export const loader = forUser(async (visit) => ({
  frame: frameOf(visit),
  act: (await readAct(visit, 'abandon')).act,
}))

const fields = z.object({ ...hiddenFields, reason: line('理由', 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await abandonReply(command, await replyTarget(visit, value.version), { reason: value.reason })
  return redirect(`${paths.proposal(visit.params['number'] ?? '')}?done=abandoned`, 303)
})

export default function Abandonment() {
  const { frame, act } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ReplyActPage frame={frame}>
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
