import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isDay, shanghaiDay } from '~/domain/deadlines/day'
import { logContact } from '~/domain/proposal/log-contact.server'
import { contactChannels, contactPhases } from '~/domain/proposal/words-of-the-trade'
import { hiddenFields, line } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { RadioGroup } from '~/ui/forms/options'
import { Select } from '~/ui/forms/select'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import { contactChannelWords } from '~/domain/proposal/words'
import { contactPhaseWords } from '~/ui/words'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'log_contact')
  return { act, today: shanghaiDay(visit.now), people: read.sponsors.map((s) => s.name).join('、') }
})

const fields = z.object({
  ...hiddenFields,
  heldOn: z.string().refine(isDay, '请填写沟通日期，如 2026-03-05。'),
  channel: z.enum(contactChannels, '请选择沟通方式。'),
  phase: z.enum(contactPhases, '请选择办前、办中还是办后。'),
  people: line('参加人', 200),
  summary: line('沟通内容', 5_000),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { heldOn, channel, phase, people, summary } = value
  await logContact(command, await targetOf(visit, undefined), { heldOn, channel, phase, people, summary })
  return done(visit, 'contact', 'contacts')
})

const labels = { heldOn: '日期', channel: '方式', phase: '阶段', people: '参加人', summary: '内容' }

export default function Contact() {
  const { act, today, people } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActForm title="登记沟通" act={act} form={form} labels={labels} submit="登记沟通">
      <div className="two">
        <TextField
          name="heldOn"
          label="沟通日期"
          type="date"
          required
          max={today}
          value={typedValue(form, 'heldOn', today)}
          error={errors['heldOn']}
        />
        <Select
          name="channel"
          label="方式"
          required
          empty="请选择"
          options={contactChannels.map((c) => ({ value: c, label: contactChannelWords[c] }))}
          value={typedValue(form, 'channel')}
          error={errors['channel']}
        />
      </div>
      <RadioGroup
        name="phase"
        label="阶段"
        required
        across
        options={contactPhases.map((p) => ({ value: p, label: contactPhaseWords[p] }))}
        value={typedValue(form, 'phase', 'during')}
        error={errors['phase']}
      />
      <TextField
        name="people"
        label="参加人"
        required
        value={typedValue(form, 'people', people)}
        error={errors['people']}
      />
      <TextArea
        name="summary"
        label="沟通内容"
        hint="代表委员说了什么、对答复思路是否认可"
        required
        rows={5}
        value={typedValue(form, 'summary')}
        error={errors['summary']}
      />
    </ActForm>
  )
}
