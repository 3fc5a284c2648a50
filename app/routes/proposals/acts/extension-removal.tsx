import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { amountWords } from '~/domain/deadlines/deadline-words'
import { openDeadlines, ruleOfDeadline } from '~/domain/deadlines/recount'
import { removeExtension } from '~/domain/deadlines/remove-extension.server'
import { hiddenFields, line } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { Select } from '~/ui/forms/select'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'remove_extension')
  const { facts } = read
  const extensions = openDeadlines(facts).flatMap((d) =>
    facts.extensions
      .filter((e) => e.deadlineId === d.id)
      .map((e) => ({
        value: e.id,
        label: `${ruleOfDeadline(facts, d).name}延期 ${amountWords(e.amount, e.unit)}，现 ${d.dueOn} 到期`,
      })),
  )
  return { act, extensions }
})

const fields = z.object({
  ...hiddenFields,
  extensionId: z.uuid('请选择要撤销的延期。'),
  reason: line('理由', 500),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { extensionId, reason } = value
  await removeExtension(command, await targetOf(visit, undefined), { extensionId, reason })
  return done(visit, 'unextended')
})

export default function ExtensionRemoval() {
  const { act, extensions } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="撤销延期"
      intro="撤销以后，期限恢复为按规定推算的那一天。"
      act={act}
      form={form}
      labels={{ extensionId: '延期', reason: '理由' }}
      submit="撤销延期"
      isHarm
    >
      <Select
        name="extensionId"
        label="延期"
        required
        empty="请选择"
        options={extensions}
        value={typedValue(form, 'extensionId', extensions.length === 1 ? extensions[0]?.value : '')}
        error={errorsByField(form?.problems ?? [])['extensionId']}
      />
      <ReasonField form={form} />
    </ActForm>
  )
}
