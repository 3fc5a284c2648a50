import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { declineRequest } from '~/domain/co-handling/decline-request.server'
import { actionForUser, forUser } from '~/http/for-user.server'
import { hiddenFields, line } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { LinkButton } from '~/ui/forms/button'
import { GatedButton } from '~/ui/forms/disabled-button'
import { errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { TextArea } from '~/ui/forms/text-area'
import { ActFrame } from './act-frame'
import { askedTarget, readAskedPage } from './asked-page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `不予会办 ${data?.page.proposal.number ?? ''} · ${data?.frame.bureau ?? '复函'}` },
]

const units = { roles: ['co_handler'] } as const

export const loader = forUser(
  async (visit) => ({ frame: frameOf(visit), key: newKey(), page: await readAskedPage(visit) }),
  units,
)

const refusal = z.object({ key: hiddenFields.key, reason: line('理由', 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, refusal)
  const target = await askedTarget(visit)
  await declineRequest(command, target, { reason: value.reason })
  return redirect(`${paths.asked(target.requestId)}?done=declined`, 303)
}, units)

export default function Decline() {
  const { frame, key, page } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  const form = acted && 'form' in acted ? acted.form : undefined
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActFrame frame={frame} page={page} title="不予会办" form={form}>
      <form className="fform" method="post">
        <HiddenFields values={{ key }} />
        <TextArea
          name="reason"
          label="理由"
          hint="写明为什么不属贵单位职责，建议由哪个单位会办"
          required
          maxLength={500}
          value={typedValue(form, 'reason')}
          error={errors['reason']}
        />
        <div className="row">
          <GatedButton kind="no" reasons={page.may.decline}>
            不予会办
          </GatedButton>
          <LinkButton href={paths.asked(page.id)}>返回</LinkButton>
        </div>
      </form>
    </ActFrame>
  )
}
