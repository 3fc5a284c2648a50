import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { returnForAmendment } from '~/domain/clearance/return-for-amendment.server'
import { line, manyOf } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { TextArea } from '~/ui/forms/text-area'
import { ActForm, formOf } from '../proposals/acts/act-form'
import { ReplyActPage } from '../proposals/draft/reply-act'
import { replyTarget } from '../proposals/draft/reply-act.server'
import { approvalPage } from './approval-page.server'
import { decisionFields, decisionOf } from './decision-fields'

export const loader = forUser(async (visit) => ({
  frame: frameOf(visit),
  page: await approvalPage(visit),
  key: newKey(),
}))

const text = z.string().trim().max(500, '每处最多 500 字。')
const fields = z.object({
  ...decisionFields,
  reason: line('总的意见', 500),
  quote: manyOf(text),
  remark: manyOf(text),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const remarks = value.remark.flatMap((wanted, i) =>
    wanted ? [{ quote: value.quote[i] ?? '', text: wanted }] : [],
  )
  await returnForAmendment(command, await replyTarget(visit, value.version), {
    ...decisionOf(value),
    reason: value.reason,
    remarks,
  })
  return redirect(`${paths.proposal(visit.params['number'] ?? '')}?done=amended`, 303)
})

const rows = [0, 1, 2]

export default function Return() {
  const { frame, page, key } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ReplyActPage frame={frame}>
      <ActForm
        title="退回修改"
        intro="摘出要改的那句话，写明怎么改。退回后已有的审核全部失效。"
        act={{ number: page.number, version: page.version, key, reasons: page.mayReturn }}
        form={form}
        labels={{ reason: '总的意见', remarks: '审核意见' }}
        submit="退回修改"
        isHarm
      >
        <HiddenFields values={{ stepId: page.stepId, hash: page.hash, shownState: page.shownState }} />
        <TextArea
          name="reason"
          label="总的意见"
          required
          rows={2}
          value={typedValue(form, 'reason')}
          error={errors['reason']}
        />
        {rows.map((i) => (
          <div className="two" key={i}>
            <TextArea
              name="quote"
              id={`quote-${i}`}
              label={`原文 ${i + 1}`}
              hint="照抄复函里的一句话"
              rows={2}
              value={form?.typed['quote']?.[i] ?? ''}
            />
            <TextArea
              name="remark"
              id={`remark-${i}`}
              label={`意见 ${i + 1}`}
              rows={2}
              value={form?.typed['remark']?.[i] ?? ''}
              error={i === 0 ? errors['remarks'] : undefined}
            />
          </div>
        ))}
      </ActForm>
    </ReplyActPage>
  )
}
