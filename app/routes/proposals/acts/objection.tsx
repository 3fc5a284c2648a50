import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { derivationSentence } from '~/domain/deadlines/derivation'
import { isWindowOpen, returnWindow } from '~/domain/objection/return-window'
import { raiseObjection } from '~/domain/objection/raise-objection.server'
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
  const { read, act } = await readAct(visit, 'raise_objection')
  return {
    act,
    isOpen: isWindowOpen(read.facts),
    basis: derivationSentence(returnWindow(read.facts).derivation),
  }
})

const fields = z.object({
  ...hiddenFields,
  reason: line('理由', 500),
  proposedUnit: line('建议改由哪个单位办理', 100),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { reason, proposedUnit } = value
  await raiseObjection(command, await targetOf(visit, value.version), { reason, proposedUnit })
  return done(visit, 'objected', 'objection')
})

export default function RaiseObjection() {
  const { act, isOpen, basis } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="提出退办"
      intro={`请交办机关改由其他单位办理。答复以前照常办理，期限照走。退办期限：${basis}。${isOpen ? '' : '期限已过，由分管领导提出，计入日志。'}`}
      act={act}
      form={form}
      labels={{ reason: '理由', proposedUnit: '建议改由' }}
      submit="提出退办"
    >
      <TextField
        name="proposedUnit"
        label="建议改由"
        hint="写单位名称；不能自行转给其他单位"
        required
        maxLength={100}
        value={typedValue(form, 'proposedUnit')}
        error={errorsByField(form?.problems ?? [])['proposedUnit']}
      />
      <ReasonField form={form} hint="为什么不属本局职责，可引职责依据" />
    </ActForm>
  )
}
