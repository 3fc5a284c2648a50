import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isDay } from '~/domain/deadlines/day'
import { withdrawProposal } from '~/domain/intake/withdraw-proposal.server'
import { hiddenFields, line, manyOf } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { delegateWords } from '~/ui/words'
import { errorsByField } from '~/ui/forms/error-summary'
import { CheckGroup } from '~/ui/forms/options'
import { TextField } from '~/ui/forms/text-field'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'withdraw')
  const { proposal: p, sponsors } = read.facts
  const signers = p.sponsorKind === 'joint' ? sponsors : []
  return {
    act,
    signers: signers.map((s) => ({
      value: s.id,
      label: `${s.name}${delegateWords[p.track]}`,
      ...(s.consents.includes('withdrawal') ? { hint: '已登记同意撤回' } : {}),
    })),
  }
})

const fields = z.object({
  ...hiddenFields,
  letter: line('来函名称', 200),
  letterOn: z.string().refine(isDay, '请填写来函日期，如 2026-03-05。'),
  consentedIds: manyOf(z.uuid()),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { letter, letterOn, consentedIds } = value
  await withdrawProposal(command, await targetOf(visit, value.version), { letter, letterOn, consentedIds })
  return done(visit, 'retired')
})

const labels = { letter: '来函名称', letterOn: '来函日期', consentedIds: '同意撤回的提出人' }

export default function WithdrawProposal() {
  const { act, signers } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActForm
      title="代表委员撤回"
      intro="凭提出人的书面来函撤回。撤回后停止办理：在拟的稿作废，审核和签发失效，会办取消并告知对方。不能恢复。"
      act={act}
      form={form}
      labels={labels}
      submit="登记撤回"
      isHarm
    >
      <TextField
        name="letter"
        label="来函名称"
        required
        maxLength={200}
        value={typedValue(form, 'letter')}
        error={errors['letter']}
      />
      <TextField
        name="letterOn"
        label="来函日期"
        type="date"
        required
        value={typedValue(form, 'letterOn')}
        error={errors['letterOn']}
      />
      {signers.length > 0 ? (
        <CheckGroup
          name="consentedIds"
          label="同意撤回的提出人"
          hint="联名提出的须全体同意"
          options={signers}
          values={form?.typed['consentedIds'] ?? []}
          error={errors['consentedIds']}
        />
      ) : null}
    </ActForm>
  )
}
