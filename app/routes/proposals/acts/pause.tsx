import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isDay, shanghaiDay } from '~/domain/deadlines/day'
import { pauseClock } from '~/domain/deadlines/pause-clock.server'
import { hiddenFields, line } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextField } from '~/ui/forms/text-field'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => ({
  act: (await readAct(visit, 'pause')).act,
  today: shanghaiDay(visit.now),
}))

const fields = z.object({
  ...hiddenFields,
  pausedOn: z.string().refine(isDay, '请填写暂停日期，如 2026-03-05。'),
  reason: line('理由', 500),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { pausedOn, reason } = value
  await pauseClock(command, await targetOf(visit, undefined), { pausedOn, reason })
  return done(visit, 'paused')
})

export default function Pause() {
  const { act, today } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="暂停计时"
      intro="只停本件自己的期限，自暂停当天起不计，恢复后顺延；已送出的会办仍按原期限办。"
      act={act}
      form={form}
      labels={{ pausedOn: '暂停日期', reason: '理由' }}
      submit="暂停计时"
    >
      <TextField
        name="pausedOn"
        label="暂停日期"
        type="date"
        required
        max={today}
        value={typedValue(form, 'pausedOn', today)}
        error={errorsByField(form?.problems ?? [])['pausedOn']}
      />
      <ReasonField form={form} />
    </ActForm>
  )
}
