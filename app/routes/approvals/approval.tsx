import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { actTitle } from '../proposals/draft/act-title'
import { ApprovalBody } from './approval-body'
import { approvalPage } from './approval-page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  actTitle('审签', data?.frame.bureau, data?.page)

export const loader = forUser(async (visit) => ({
  frame: frameOf(visit),
  page: await approvalPage(visit),
  approveKey: newKey(),
  signKey: newKey(),
}))

export default function Approval() {
  const { frame, page, approveKey, signKey } = useLoaderData<typeof loader>()
  return (
    <ApprovalBody
      frame={frame}
      page={page}
      approveKey={approveKey}
      signKey={signKey}
      form={undefined}
      open={null}
    />
  )
}
