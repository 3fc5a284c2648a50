import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { approveStep } from '~/domain/clearance/approve-step.server'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { formOf } from '../proposals/acts/act-form'
import { actTitle } from '../proposals/draft/act-title'
import { replyTarget } from '../proposals/draft/reply-act.server'
import { ApprovalBody } from './approval-body'
import { approvalPage } from './approval-page.server'
import { decisionFields, decisionOf } from './decision-fields'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  actTitle('审签', data?.frame.bureau, data?.page)

export const loader = forUser(async (visit) => ({
  frame: frameOf(visit),
  page: await approvalPage(visit),
  key: newKey(),
  signKey: newKey(),
}))

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, z.object(decisionFields))
  await approveStep(command, await replyTarget(visit, undefined), decisionOf(value))
  return redirect(`${paths.proposal(visit.params['number'] ?? '')}?done=approved`, 303)
})

/** Shown only when the decision was not taken: the page as it stands now, with the reason on top. */
export default function Approve() {
  const { frame, page, key, signKey } = useLoaderData<typeof loader>()
  return (
    <ApprovalBody
      frame={frame}
      page={page}
      approveKey={key}
      signKey={signKey}
      form={formOf(useActionData())}
      open={null}
    />
  )
}
