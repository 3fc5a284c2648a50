import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { coordinateDispute } from '~/domain/co-handling/coordinate-dispute.server'
import { shanghaiDay } from '~/domain/deadlines/day'
import { hiddenFields, optionalLine } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { RadioGroup } from '~/ui/forms/options'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import { done } from './act.server'
import { ActForm, formOf } from './act-form'
import { readRequestAct } from './settlement.server'

export const loader = forUser(async (visit) => {
  const { act, party, request } = await readRequestAct(visit, 'coordination')
  return { act, party, reason: request.reason ?? '', today: shanghaiDay(visit.now) }
})

const fields = z.object({
  ...hiddenFields,
  heldOn: optionalLine('协调日期', 10),
  people: optionalLine('谁主持、谁参加', 200),
  conclusion: optionalLine('协调结论', 2_000),
  outcome: z.enum(['agreed', 'open'], '请选择协调是否一致。'),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { target } = await readRequestAct(visit, 'coordination')
  const { heldOn, people, conclusion, outcome } = value
  await coordinateDispute(command, target, { heldOn, people, conclusion, isAgreed: outcome === 'agreed' })
  return done(visit, outcome === 'agreed' ? 'coordinated' : 'coordination', 'co-handling')
})

const labels = { heldOn: '协调日期', people: '谁主持、谁参加', conclusion: '协调结论', outcome: '是否一致' }

/** 登记会办分歧协调: what goes to clearance afterwards rests on this record. */
export default function CoordinationAct() {
  const { act, party, reason, today } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActForm
      title={`登记协调：${party}`}
      intro={reason ? `分歧：${reason}` : undefined}
      act={act}
      form={form}
      labels={labels}
      submit="登记协调"
    >
      <TextField
        name="heldOn"
        label={labels.heldOn}
        type="date"
        required
        max={today}
        value={typedValue(form, 'heldOn', today)}
        error={errors['heldOn']}
      />
      <TextField
        name="people"
        label={labels.people}
        hint="如：市政府办公厅某副主任主持，两家分管领导参加"
        required
        value={typedValue(form, 'people')}
        error={errors['people']}
      />
      <TextArea
        name="conclusion"
        label={labels.conclusion}
        required
        rows={5}
        value={typedValue(form, 'conclusion')}
        error={errors['conclusion']}
      />
      <RadioGroup
        name="outcome"
        label={labels.outcome}
        required
        options={[
          { value: 'agreed', label: '已一致', hint: '这家会办了结，答复稿可以送审' },
          { value: 'open', label: '还没有一致', hint: '记入档案，继续协调；协调不成的按规定报请裁定' },
        ]}
        value={typedValue(form, 'outcome')}
        error={errors['outcome']}
      />
    </ActForm>
  )
}
