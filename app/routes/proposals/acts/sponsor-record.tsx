import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { organisationKinds, organisationKindWords } from '~/domain/sponsors/kinds'
import { recordSponsors } from '~/domain/sponsors/record-sponsors.server'
import { hiddenFields, optionalChoice, optionalLine } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { RadioGroup } from '~/ui/forms/options'
import { Select } from '~/ui/forms/select'
import { TextField } from '~/ui/forms/text-field'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'record_sponsors')
  const { sponsors, proposal: p } = read.facts
  const [lead] = sponsors
  return {
    act,
    sponsors: sponsors.map((s) => ({ value: s.id, label: s.name })),
    leadId: lead?.id ?? '',
    isOrganisation: p.sponsorKind === 'organisation',
    organisationKind: lead?.organisationKind ?? '',
    liaisonGroup: lead?.liaisonGroup ?? '',
    isNpc: p.track === 'npc',
    motionDecision: read.particulars.motionDecision,
  }
})

const fields = z.object({
  ...hiddenFields,
  leadId: z.uuid('请选择领衔的提出人。'),
  organisationKind: optionalChoice(z.enum(organisationKinds, '请选择集体的种类。')),
  liaisonGroup: optionalLine('代表联系组', 60),
  motionDecision: optionalLine('议案转建议的决定', 200),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { leadId, organisationKind, liaisonGroup, motionDecision } = value
  const record = { leadId, organisationKind, liaisonGroup, motionDecision }
  await recordSponsors(command, await targetOf(visit, value.version), record)
  return done(visit, 'sponsors', 'sponsors')
})

const labels = {
  leadId: '领衔', organisationKind: '集体的种类', liaisonGroup: '代表联系组', motionDecision: '议案转建议的决定',
} // prettier-ignore

export default function RecordSponsors() {
  const page = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  const field = (name: keyof typeof labels, otherwise: string) => ({
    name,
    label: labels[name],
    value: typedValue(form, name, otherwise),
    error: errors[name],
  })
  return (
    <ActForm title="登记提出人情况" act={page.act} form={form} labels={labels} submit="登记">
      <RadioGroup
        {...field('leadId', page.leadId)}
        hint="领衔人在分办以前可以更改；复函按这个顺序编号"
        required
        options={page.sponsors}
      />
      {page.isOrganisation ? (
        <>
          <Select
            {...field('organisationKind', page.organisationKind)}
            empty="请选择"
            options={organisationKinds.map((kind) => ({ value: kind, label: organisationKindWords[kind] }))}
          />
          <TextField
            {...field('liaisonGroup', page.liaisonGroup)}
            hint="代表团提出的，有的地方答复其代表联系组"
            maxLength={60}
          />
        </>
      ) : null}
      {page.isNpc ? (
        <TextField
          {...field('motionDecision', page.motionDecision)}
          hint="议案转为建议的，写主席团的决定；不是的留空"
          maxLength={200}
        />
      ) : null}
    </ActForm>
  )
}
