import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { correctFact } from '~/domain/deadlines/correct-fact.server'
import { shanghaiDay } from '~/domain/deadlines/day'
import { columnOfFact, recordedFacts, recordedFactWords } from '~/domain/deadlines/recorded-facts'
import { isHandoverDay } from '~/domain/intake/registration'
import { hiddenFields, line } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { RadioGroup } from '~/ui/forms/options'
import { TextField } from '~/ui/forms/text-field'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { previewOf } from './correction-preview.server'
import { CorrectionPreview } from './correction-preview'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'correct_fact')
  const { proposal } = read.facts
  return {
    act,
    today: shanghaiDay(visit.now),
    facts: recordedFacts.map((fact) => ({
      value: fact,
      label: recordedFactWords[fact],
      hint: `现登记 ${proposal[columnOfFact[fact]]}`,
    })),
  }
})

const fields = z.object({
  ...hiddenFields,
  fact: z.enum(recordedFacts, '请选择要更正的日期。'),
  day: z.string().refine(isHandoverDay, '请填写正确的日期，如 2026-03-05。'),
  reason: line('理由', 500),
  /** Comes with the confirmation only. */
  seen: z.string().max(2_000).optional(),
})

/** First what would move, then the correction itself. */
export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { fact, day, reason, seen } = value
  if (seen === undefined) {
    const { read } = await readAct(visit, 'correct_fact')
    return { preview: previewOf(read.facts, { fact, day, reason }) }
  }
  await correctFact(command, await targetOf(visit, undefined), { fact, day, reason, seen })
  return done(visit, 'corrected')
})

const labels = { fact: '更正哪一项', day: '正确的日期', reason: '理由' }

export default function FactCorrection() {
  const { act, today, facts } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  const form = formOf(acted)
  const errors = errorsByField(form?.problems ?? [])
  if (acted && 'preview' in acted) return <CorrectionPreview act={act} preview={acted.preview} />
  return (
    <ActForm
      title="更正日期"
      intro="登记时填错的日期在这里更正。先看期限会怎样变，确认后才更正。"
      act={act}
      form={form}
      labels={labels}
      submit="看期限怎样变"
    >
      <RadioGroup
        name="fact"
        label="更正哪一项"
        required
        options={facts}
        value={typedValue(form, 'fact')}
        error={errors['fact']}
      />
      <TextField
        name="day"
        label="正确的日期"
        type="date"
        required
        max={today}
        value={typedValue(form, 'day')}
        error={errors['day']}
      />
      <ReasonField form={form} hint="写明怎样发现填错、依据什么更正" />
    </ActForm>
  )
}
