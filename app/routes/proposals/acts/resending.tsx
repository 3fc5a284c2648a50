import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { resendRequest } from '~/domain/co-handling/send-request.server'
import { isDay, shanghaiDay } from '~/domain/deadlines/day'
import { opinionDue } from '~/domain/deadlines/due-of'
import { hiddenFields, line, optionalChoice } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { dateWords } from '~/ui/dates'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import { done } from './act.server'
import { ActForm, formOf } from './act-form'
import { readRequestAct } from './settlement.server'

export const loader = forUser(async (visit) => {
  const { act, party, request, facts } = await readRequestAct(visit, 'resending')
  const ruleDue = opinionDue(facts, shanghaiDay(visit.now)).due
  return { act, party, question: request.question, reason: request.reason ?? '', ruleDue }
})

const fields = z.object({
  ...hiddenFields,
  question: line('请会办的内容', 1_000),
  dueOn: optionalChoice(z.string().refine(isDay, '请填写期限，如 2026-03-05，或留空按规则。')),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { target } = await readRequestAct(visit, 'resending')
  const { question, dueOn } = value
  await resendRequest(command, target, { question, dueOn })
  return done(visit, 'resent', 'co-handling')
})

/** 再请会办: the unit declined; it is asked again and told why it is its business. */
export default function Resending() {
  const { act, party, question, reason, ruleDue } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActForm
      title={`再请会办：${party}`}
      intro={`对方不办的理由：${reason}。这条理由留在日志里。`}
      act={act}
      form={form}
      labels={{ question: '内容', dueOn: '期限' }}
      submit="再请会办"
    >
      <TextArea
        name="question"
        label="请会办的内容"
        hint="写明为什么属对方职责"
        required
        rows={4}
        value={typedValue(form, 'question', question)}
        error={errors['question']}
      />
      <TextField
        name="dueOn"
        label="期限"
        type="date"
        hint={`留空按规则：${dateWords(ruleDue)}`}
        value={typedValue(form, 'dueOn')}
        error={errors['dueOn']}
      />
    </ActForm>
  )
}
