import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { recordCommitment } from '~/domain/commitments/record-commitment.server'
import { isDay } from '~/domain/deadlines/day'
import { hiddenFields, line } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => ({ act: (await readAct(visit, 'record_commitment')).act }))

const fields = z.object({
  ...hiddenFields,
  sentence: line('承诺内容', 500),
  measure: line('完成标志', 300),
  dueOn: z.string().refine(isDay, '请填写完成时间，如 2026-11-30。'),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { sentence, measure, dueOn } = value
  await recordCommitment(command, await targetOf(visit, undefined), { sentence, measure, dueOn })
  return done(visit, 'commitment', 'commitments')
})

export default function Commitment() {
  const { act } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActForm
      title="登记承诺"
      intro="复函里答应代表委员要做的一件事。"
      act={act}
      form={form}
      labels={{ sentence: '承诺内容', measure: '完成标志', dueOn: '完成时间' }}
      submit="登记承诺"
    >
      <TextArea
        name="sentence"
        label="承诺内容"
        required
        rows={3}
        value={typedValue(form, 'sentence')}
        error={errors['sentence']}
      />
      <TextField
        name="dueOn"
        label="完成时间"
        type="date"
        required
        value={typedValue(form, 'dueOn')}
        error={errors['dueOn']}
      />
      <TextArea
        name="measure"
        label="完成标志"
        hint="做到什么程度算完成，如“建成 40 个服务站”"
        required
        rows={2}
        value={typedValue(form, 'measure')}
        error={errors['measure']}
      />
    </ActForm>
  )
}
