import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { recordAsks } from '~/domain/intake/record-asks.server'
import { hiddenFields, linesOf } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextArea } from '~/ui/forms/text-area'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'record_asks')
  return { act, asks: read.facts.asks.map((a) => a.text).join('\n') }
})

const fields = z.object({ ...hiddenFields, asks: linesOf('诉求', 40, 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await recordAsks(command, await targetOf(visit, undefined), { asks: value.asks })
  return done(visit, 'asks')
})

export default function Asks() {
  const { act, asks } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="拆分诉求"
      intro="把正文里的要求拆成一条一条，复函要逐条对应。"
      act={act}
      form={form}
      labels={{ asks: '诉求' }}
      submit="保存诉求"
    >
      <TextArea
        name="asks"
        label="诉求"
        hint="一行一条"
        required
        rows={8}
        value={typedValue(form, 'asks', asks)}
        error={errorsByField(form?.problems ?? [])['asks']}
      />
    </ActForm>
  )
}
