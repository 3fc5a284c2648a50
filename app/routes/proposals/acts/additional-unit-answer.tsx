import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answerAdditionalUnit } from '~/domain/additional-unit/answer-additional-unit.server'
import { NotFound } from '~/domain/refusals'
import { hiddenFields, line } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { RadioGroup } from '~/ui/forms/options'
import { TextArea } from '~/ui/forms/text-area'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'answer_additional_unit')
  const asked = read.facts.additionalUnits.find((a) => a.id === visit.params['additionalUnitId'])
  if (!asked) throw new NotFound('additional unit')
  return { act, unit: read.units.find((u) => u.id === asked.unitId)?.shortName ?? '' }
})

const fields = z.object({
  ...hiddenFields,
  isAdded: z.enum(['yes', 'no'], '请选择交办机关同意还是不同意。').transform((word) => word === 'yes'),
  answer: line('答复', 500),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { isAdded, answer } = value
  const additionalUnitId = visit.params['additionalUnitId'] ?? ''
  await answerAdditionalUnit(command, await targetOf(visit, undefined), { additionalUnitId, isAdded, answer })
  return done(visit, isAdded ? 'added' : 'not_added', 'co-handling')
})

export default function AnswerAddition() {
  const { act, unit } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActForm
      title={`登记增办答复：${unit}`}
      act={act}
      form={form}
      labels={{ isAdded: '交办机关', answer: '答复' }}
      submit="登记答复"
    >
      <RadioGroup
        name="isAdded"
        label="交办机关"
        required
        across
        options={[
          { value: 'yes', label: '同意增办' },
          { value: 'no', label: '不同意' },
        ]}
        value={typedValue(form, 'isAdded')}
        error={errors['isAdded']}
      />
      <TextArea
        name="answer"
        label="答复"
        hint="来文的名称、文号，或电话答复的时间和人"
        required
        rows={3}
        value={typedValue(form, 'answer')}
        error={errors['answer']}
      />
    </ActForm>
  )
}
