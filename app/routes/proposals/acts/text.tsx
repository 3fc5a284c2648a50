import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { supplyText } from '~/domain/intake/supply-text.server'
import { hiddenFields } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextArea } from '~/ui/forms/text-area'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => (await readAct(visit, 'supply_text')).act)

const fields = z.object({
  ...hiddenFields,
  text: z.string().trim().min(1, '请填写正文。').max(50_000, '正文最多 50000 字。'),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await supplyText(command, await targetOf(visit, undefined), { text: value.text })
  return done(visit, 'text')
})

export default function SupplyText() {
  const act = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="补录正文"
      intro="照原件录入或粘贴，录入后不能改换。"
      act={act}
      form={form}
      labels={{ text: '正文' }}
      submit="补录"
    >
      <TextArea
        name="text"
        label="正文"
        required
        rows={14}
        value={typedValue(form, 'text')}
        error={errorsByField(form?.problems ?? [])['text']}
      />
    </ActForm>
  )
}
