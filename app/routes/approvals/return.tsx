import { redirect, type MetaFunction } from '@remix-run/node'
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
import { ReadingLetter } from '~/ui/letter/reading-letter'
import { Fold } from '~/ui/parts/fold'
import { ActForm, formOf } from '../proposals/acts/act-form'
import { ReplyActPage } from '../proposals/draft/reply-act'
import { actTitle } from '../proposals/draft/act-title'
import { replyTarget } from '../proposals/draft/reply-act.server'
import { approvalPage } from './approval-page.server'
import { decisionFields, decisionOf } from './decision-fields'
import { remarksOf } from './return-remarks'
import { ReturnRows } from './return-rows'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  actTitle('退回修改', data?.frame.bureau, data?.page)

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
  await returnForAmendment(command, await replyTarget(visit, value.version), {
    ...decisionOf(value),
    reason: value.reason,
    remarks: remarksOf(value),
  })
  return redirect(`${paths.proposal(visit.params['number'] ?? '')}?done=amended`, 303)
})

const labels = {
  reason: '总的意见', remarks: '审核意见', 'quote-0': '原文 1', 'quote-1': '原文 2', 'quote-2': '原文 3',
  'remark-0': '意见 1', 'remark-1': '意见 2', 'remark-2': '意见 3',
} // prettier-ignore

export default function Return() {
  const { frame, page, key } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ReplyActPage frame={frame} about={page} act="退回修改">
      <ActForm
        title="退回修改"
        intro="摘出要改的那句话，写明怎么改。退回后已有的审核全部失效。"
        act={{ number: page.number, version: page.version, key, reasons: page.mayReturn }}
        form={form}
        labels={labels}
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
        <ReturnRows typed={form?.typed ?? {}} errors={errors} />
      </ActForm>
      <Fold title="复函全文" note="从这里摘出要改的话" open>
        <ReadingLetter letter={page.letter} />
      </Fold>
    </ReplyActPage>
  )
}
