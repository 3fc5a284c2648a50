import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isDay, shanghaiDay } from '~/domain/deadlines/day'
import { resumeClock } from '~/domain/deadlines/resume-clock.server'
import { hiddenFields, line } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextField } from '~/ui/forms/text-field'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'resume')
  const open = read.facts.pauses.find((p) => p.resumedOn === null)
  return {
    act,
    today: shanghaiDay(visit.now),
    pause: open ? { pausedOn: open.pausedOn, reason: open.reason } : null,
  }
})

const fields = z.object({
  ...hiddenFields,
  resumedOn: z.string().refine(isDay, '请填写恢复日期，如 2026-03-05。'),
  reason: line('理由', 500),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { resumedOn, reason } = value
  await resumeClock(command, await targetOf(visit, undefined), { resumedOn, reason })
  return done(visit, 'resumed')
})

export default function Resume() {
  const { act, today, pause } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="恢复计时"
      intro={
        pause
          ? `自 ${pause.pausedOn} 起暂停：${pause.reason}。恢复当天起重新计算，停了几天，期限顺延几天。`
          : '恢复当天起重新计算，停了几天，期限顺延几天。'
      }
      act={act}
      form={form}
      labels={{ resumedOn: '恢复日期', reason: '理由' }}
      submit="恢复计时"
    >
      <TextField
        name="resumedOn"
        label="恢复日期"
        type="date"
        required
        min={pause?.pausedOn}
        max={today}
        value={typedValue(form, 'resumedOn', today)}
        error={errorsByField(form?.problems ?? [])['resumedOn']}
      />
      <ReasonField form={form} />
    </ActForm>
  )
}
