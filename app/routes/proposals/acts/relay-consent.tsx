import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isDay } from '~/domain/deadlines/day'
import { recordRelayConsent } from '~/domain/sponsors/record-relay-consent.server'
import { hiddenFields, line, manyOf } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { CheckGroup } from '~/ui/forms/options'
import { TextField } from '~/ui/forms/text-field'
import { delegateWords } from '~/ui/words'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'record_relay_consent')
  const [lead, ...others] = read.facts.sponsors
  return {
    act,
    lead: lead?.name ?? '',
    signers: others
      .filter((s) => !s.consents.includes('relay'))
      .map((s) => ({ value: s.id, label: `${s.name}${delegateWords[read.facts.proposal.track]}` })),
  }
})

const fields = z.object({
  ...hiddenFields,
  consentedIds: manyOf(z.uuid()),
  consentedOn: z.string().refine(isDay, '请填写同意的日期，如 2026-03-05。'),
  basis: line('依据', 200),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { consentedIds, consentedOn, basis } = value
  await recordRelayConsent(command, await targetOf(visit, undefined), { consentedIds, consentedOn, basis })
  return done(visit, 'relay', 'sponsors')
})

const labels = { consentedIds: '同意的联名人', consentedOn: '同意日期', basis: '依据' }

export default function RelayConsent() {
  const { act, lead, signers } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActForm
      title="登记同意转告"
      intro={`联名人都同意由领衔人${lead}转告的，复函只送领衔人；有一人没有同意，仍逐人答复。`}
      act={act}
      form={form}
      labels={labels}
      submit="登记"
    >
      {signers.length > 0 ? (
        <CheckGroup
          name="consentedIds"
          label="同意的联名人"
          options={signers}
          values={form?.typed['consentedIds'] ?? []}
          error={errors['consentedIds']}
        />
      ) : (
        <p className="mute">联名人都已登记同意，不用再登记。</p>
      )}
      <TextField
        name="consentedOn"
        label="同意日期"
        type="date"
        required
        value={typedValue(form, 'consentedOn')}
        error={errors['consentedOn']}
      />
      <TextField
        name="basis"
        label="依据"
        hint="书面同意，或电话记录的时间和人"
        required
        maxLength={200}
        value={typedValue(form, 'basis')}
        error={errors['basis']}
      />
    </ActForm>
  )
}
