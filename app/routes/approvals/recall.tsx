import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { recallSignature } from '~/domain/clearance/sign-reply.server'
import { hiddenFields, line } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { formOf } from '../proposals/acts/act-form'
import { actTitle } from '../proposals/draft/act-title'
import { ReplyActWithReason } from '../proposals/draft/reply-act'
import { replyActPage, replyTarget } from '../proposals/draft/reply-act.server'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  actTitle('撤回签发', data?.frame.bureau, data?.about)

export const loader = forUser((visit) => replyActPage(visit, 'recall_signature'))

const fields = z.object({ ...hiddenFields, reason: line('理由', 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await recallSignature(command, await replyTarget(visit, value.version), { reason: value.reason })
  return redirect(`${paths.proposal(visit.params['number'] ?? '')}?done=recalled`, 303)
})

export default function Recall() {
  return (
    <ReplyActWithReason
      title="撤回签发"
      intro="印发以前可以撤回；撤回后要重新送审、重新签发。"
      data={useLoaderData<typeof loader>()}
      form={formOf(useActionData())}
      submit="撤回签发"
    />
  )
}
