import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { amountWords } from '~/domain/deadlines/deadline-words'
import { extendDeadline } from '~/domain/deadlines/extend-deadline.server'
import { openDeadlines, roomFor, ruleOfDeadline } from '~/domain/deadlines/recount'
import type { DeadlineFacts, Facts } from '~/domain/proposal/facts'
import { hiddenFields, line } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { Select } from '~/ui/forms/select'
import { TextField } from '~/ui/forms/text-field'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'extend')
  const { facts } = read
  const free = openDeadlines(facts).filter((d) => !facts.extensions.some((e) => e.deadlineId === d.id))
  return {
    act,
    deadlines: free.flatMap((d) => choiceOf(facts, d)),
    usual: free.find((d) => d.kind === 'reply' || d.kind === 'rework')?.id ?? '',
  }
})

/** 答复，2026-06-02 到期，最多再延 3 个月 */
function choiceOf(f: Facts, deadline: DeadlineFacts) {
  const room = roomFor(f, deadline)
  if (!room) return []
  const left = room.most === null ? null : Math.max(0, room.most - room.base)
  const most =
    left === null
      ? `按${amountWords(1, room.unit).replace('1 ', '')}计`
      : left === 0
        ? '已是最长，不能再延'
        : `最多延 ${amountWords(left, room.unit)}`
  return [
    { value: deadline.id, label: `${ruleOfDeadline(f, deadline).name}，${deadline.dueOn} 到期，${most}` },
  ]
}

const fields = z.object({
  ...hiddenFields,
  deadlineId: z.uuid('请选择要延的期限。'),
  amount: z.coerce
    .number('请填写延多少，填整数。')
    .int('请填写延多少，填整数。')
    .min(1, '至少延 1。')
    .max(999, '最多延 999。'),
  approvalDocument: line('批准文件', 200),
  reason: line('理由', 500),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { deadlineId, amount, approvalDocument, reason } = value
  await extendDeadline(command, await targetOf(visit, undefined), {
    deadlineId,
    amount,
    approvalDocument,
    reason,
  })
  return done(visit, 'extended')
})

const labels = { deadlineId: '期限', amount: '延多少', approvalDocument: '批准文件', reason: '理由' }

export default function Extension() {
  const { act, deadlines, usual } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActForm
      title="延期"
      intro="从原起算日按“规定期限＋延期”重新推算，不在到期日上另加。超过规则的最长期限不能办。"
      act={act}
      form={form}
      labels={labels}
      submit="延期"
    >
      <Select
        name="deadlineId"
        label="期限"
        required
        empty="请选择"
        options={deadlines}
        value={typedValue(form, 'deadlineId', usual)}
        error={errors['deadlineId']}
      />
      <TextField
        name="amount"
        label="延多少"
        hint="单位随这项期限：按月的填月数，按工作日的填工作日数"
        inputMode="numeric"
        required
        value={typedValue(form, 'amount')}
        error={errors['amount']}
      />
      <TextField
        name="approvalDocument"
        label="批准文件"
        hint="同意延期的文件名称或文号"
        required
        value={typedValue(form, 'approvalDocument')}
        error={errors['approvalDocument']}
      />
      <ReasonField form={form} />
    </ActForm>
  )
}
