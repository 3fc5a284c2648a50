import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formGroup } from '~/domain/merging/form-group.server'
import { mergedBy } from '~/domain/merging/merged-by'
import { readMergeable } from '~/domain/merging/mergeable.server'
import { hiddenFields, line, manyOf } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { CheckGroup, RadioGroup } from '~/ui/forms/options'
import { mergedByWords } from '~/ui/words'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'form_group')
  const others = act.reasons.length > 0 ? [] : await readMergeable(visit.viewer, read.facts.proposal)
  return {
    act,
    officialNo: read.facts.proposal.officialNo,
    others: others.map((o) => ({ value: o.id, label: `第${o.officialNo}号 ${o.subject}` })),
  }
})

const fields = z.object({
  ...hiddenFields,
  memberIds: manyOf(z.uuid()).pipe(
    z.array(z.string()).min(1, '请至少选择一件并入。').max(20, '一次最多并 20 件。'),
  ),
  mergedBy: z.enum(mergedBy, '请选择由谁并案。'),
  reason: line('理由', 500),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { memberIds, mergedBy: by, reason } = value
  await formGroup(command, await targetOf(visit, value.version), { memberIds, mergedBy: by, reason })
  return done(visit, 'merged')
})

const labels = { memberIds: '并入的件', mergedBy: '由谁并案', reason: '理由' }

export default function Merge() {
  const { act, officialNo, others } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActForm
      title="并案"
      intro={`由第${officialNo}号领办，并入的件随它分办、签收、改办；仍须逐件答复。只列同一种类、同一处室、同一步上的件。`}
      act={act}
      form={form}
      labels={labels}
      submit="并案"
    >
      {others.length > 0 ? (
        <CheckGroup
          name="memberIds"
          label="并入的件"
          options={others}
          values={form?.typed['memberIds'] ?? []}
          error={errors['memberIds']}
        />
      ) : (
        <p className="mute">现在没有可以并入的件。并案的件要与本件同一种类、同一处室、同一步上。</p>
      )}
      <RadioGroup
        name="mergedBy"
        label="由谁并案"
        required
        options={mergedBy.map((by) => ({ value: by, ...mergedByWords[by] }))}
        value={typedValue(form, 'mergedBy')}
        error={errors['mergedBy']}
      />
      <ReasonField form={form} />
    </ActForm>
  )
}
