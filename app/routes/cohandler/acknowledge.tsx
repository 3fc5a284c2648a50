import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { acknowledgeRequest } from '~/domain/co-handling/acknowledge-request.server'
import { actionForUser, forUser } from '~/http/for-user.server'
import { hiddenFields } from '~/http/form-fields'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { LinkButton } from '~/ui/forms/button'
import { GatedButton } from '~/ui/forms/disabled-button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { ActFrame } from './act-frame'
import { askedTarget, readAskedPage } from './asked-page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `签收会办 ${data?.page.proposal.number ?? ''} · ${data?.frame.bureau ?? '复函'}` },
]

const units = { roles: ['co_handler'] } as const

export const loader = forUser(
  async (visit) => ({ frame: frameOf(visit), key: newKey(), page: await readAskedPage(visit) }),
  units,
)

export const action = actionForUser(async (visit) => {
  const { command } = await readWrite(visit, z.object({ key: hiddenFields.key }))
  const target = await askedTarget(visit)
  await acknowledgeRequest(command, target)
  return redirect(`${paths.asked(target.requestId)}?done=acknowledged`, 303)
}, units)

export default function Acknowledge() {
  const { frame, key, page } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  return (
    <ActFrame
      frame={frame}
      page={page}
      title="签收会办"
      form={acted && 'form' in acted ? acted.form : undefined}
    >
      <form className="fform" method="post">
        <HiddenFields values={{ key }} />
        <p>签收后主办单位知道已由贵单位办理，请在期限前提交意见。</p>
        <div className="row">
          <GatedButton kind="do" reasons={page.may.acknowledge}>
            签收
          </GatedButton>
          <LinkButton href={paths.asked(page.id)}>返回</LinkButton>
        </div>
      </form>
    </ActFrame>
  )
}
