import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { archiveProposal } from '~/domain/archive/archive-proposal.server'
import { hiddenFields } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { RadioGroup } from '~/ui/forms/options'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => ({ act: (await readAct(visit, 'archive')).act }))

const terms = [
  { value: '10', label: '10 年' },
  { value: '30', label: '30 年' },
  { value: '100', label: '永久' },
]

const fields = z.object({ ...hiddenFields, retentionYears: z.enum(['10', '30', '100'], '请选择保管期限。') })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await archiveProposal(command, await targetOf(visit, value.version), {
    retentionYears: Number(value.retentionYears),
  })
  return done(visit, 'archived', 'log')
})

export default function Archiving() {
  const { act } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="归档"
      intro="生成归档包：办理记录、复函、日志和校验清单，不用本系统也能打开。"
      act={act}
      form={form}
      labels={{ retentionYears: '保管期限' }}
      submit="归档"
    >
      <RadioGroup
        name="retentionYears"
        label="保管期限"
        required
        across
        options={terms}
        value={typedValue(form, 'retentionYears', '30')}
        error={errorsByField(form?.problems ?? [])['retentionYears']}
      />
    </ActForm>
  )
}
