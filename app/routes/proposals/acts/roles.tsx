import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { recordRoles } from '~/domain/allocation/record-roles.server'
import { hiddenFields, manyOf } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { CheckGroup } from '~/ui/forms/options'
import { Select } from '~/ui/forms/select'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'record_roles')
  const { proposal: p, asks } = read.facts
  const { elsewhere, leads } = read.particulars
  return {
    act,
    role: p.handlingRole,
    asks: asks.map((a) => ({
      n: a.n,
      text: a.text,
      unitId: elsewhere.find((e) => e.n === a.n)?.unitId ?? '',
    })),
    leads: leads.map((l) => l.unitId),
    units: read.units
      .filter((u) => u.kind === 'co_handling')
      .map((u) => ({ value: u.id, label: u.shortName })),
  }
})

/** One field an ask: the unit that answers it, or empty where we do. */
const fields = z.object({
  ...hiddenFields,
  unitOfAsk: manyOf(z.union([z.literal(''), z.uuid()])).pipe(z.array(z.string()).max(50)),
  jointLeadIds: manyOf(z.uuid()).pipe(z.array(z.string()).max(20)),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const elsewhere = value.unitOfAsk.flatMap((unitId, i) => (unitId ? [{ n: i + 1, unitId }] : []))
  const target = await targetOf(visit, value.version)
  await recordRoles(command, target, { elsewhere, jointLeadIds: value.jointLeadIds })
  return done(visit, 'roles')
})

export default function Roles() {
  const { act, role, asks, leads, units } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActForm
      title="承办分工"
      intro={intros[role ?? 'sole']}
      act={act}
      form={form}
      labels={{ elsewhere: '诉求由谁答复', jointLeadIds: '共同主办单位' }}
      submit="登记分工"
    >
      {role === 'separate'
        ? asks.map((ask, i) => (
            <Select
              key={ask.n}
              name="unitOfAsk"
              id={`f-ask-${ask.n}`}
              label={`诉求 ${ask.n}：${ask.text}`}
              empty="本局答复"
              options={units}
              value={form?.typed['unitOfAsk']?.[i] ?? ask.unitId}
              error={i === 0 ? errors['elsewhere'] : undefined}
            />
          ))
        : null}
      {role === 'lead' ? (
        <CheckGroup
          name="jointLeadIds"
          label="共同主办单位"
          hint="两个以上主办的，协商一致后答复"
          options={units}
          values={form ? (form.typed['jointLeadIds'] ?? []) : leads}
          error={errors['jointLeadIds']}
        />
      ) : null}
    </ActForm>
  )
}

const intros = {
  separate: '分办的件，各单位就自己的部分分别答复。不归本局答复的诉求，写明由哪个单位答复。',
  lead: '两个以上单位主办的，登记与本局共同主办的单位。',
  sole: '独办的件由本局一家答复，没有分工要登记。',
  assist: '会办的件由主办单位答复，没有分工要登记。',
}
