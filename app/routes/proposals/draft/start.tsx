import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { startReply } from '~/domain/drafting/start-reply.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { targetOf } from '../acts/act.server'
import { formOf } from '../acts/act-form'
import { actTitle } from './act-title'
import { ReplyAct } from './reply-act'
import { replyActPage } from './reply-act.server'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  actTitle('开始拟稿', data?.frame.bureau, data?.about)

export const loader = forUser((visit) => replyActPage(visit, 'start_reply'))

export const action = actionForUser(async (visit) => {
  const { command } = await readWrite(visit, z.object(hiddenFields))
  await startReply(command, await targetOf(visit, undefined))
  return redirect(paths.draft(visit.params['number'] ?? ''), 303)
})

/** The start on a page of its own: what a refused start answers with. */
export default function Start() {
  return (
    <ReplyAct
      title="开始拟稿"
      intro="标题、称谓、开头、联系人和抄送会按规则排好，您接着写正文。"
      data={useLoaderData<typeof loader>()}
      form={formOf(useActionData())}
      submit="开始拟稿"
    />
  )
}
