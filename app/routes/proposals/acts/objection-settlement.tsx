import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  rejectObjection,
  upholdObjection,
  withdrawObjection,
} from '~/domain/objection/settle-objection.server'
import { NotFound } from '~/domain/refusals'
import { hiddenFields, optionalLine } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser, type UserVisit } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

const events = {
  consent: 'uphold_objection',
  refusal: 'reject_objection',
  retraction: 'withdraw_objection',
} as const
type Settlement = keyof typeof events

const words: Record<Settlement, { title: string; intro: string; done: string }> = {
  consent: {
    title: '同意退办',
    intro:
      '交办机关同意改办的，凭改办通知登记。本件转为已改办，编号可以再用；在拟的稿作废，会办取消并告知对方。',
    done: 'transferred',
  },
  refusal: {
    title: '不同意退办',
    intro: '交办机关不同意的，照常办理；期限一直在走，没有变化。',
    done: 'refused_objection',
  },
  retraction: { title: '撤回退办', intro: '本局自己撤回的，写明理由，照常办理。', done: 'retracted' },
}

function settlementOf(visit: UserVisit): Settlement {
  const word = visit.params['settlement'] ?? ''
  if (!Object.hasOwn(events, word)) throw new NotFound('settlement')
  return word as Settlement
}

export const loader = forUser(async (visit) => {
  const settlement = settlementOf(visit)
  const { read, act } = await readAct(visit, events[settlement])
  if (!read.facts.objection) throw new NotFound('objection')
  return { act, settlement }
})

const fields = z.object({
  ...hiddenFields,
  decisionDocument: optionalLine('改办依据', 200),
  answer: optionalLine('答复', 500),
  reason: optionalLine('理由', 500),
})

export const action = actionForUser(async (visit) => {
  const settlement = settlementOf(visit)
  const { value, command } = await readWrite(visit, fields)
  const { decisionDocument, answer, reason } = value
  const target = await targetOf(visit, value.version)
  if (settlement === 'consent') await upholdObjection(command, target, { decisionDocument, answer })
  else if (settlement === 'refusal') await rejectObjection(command, target, { answer })
  else await withdrawObjection(command, target, { reason })
  return done(visit, words[settlement].done, settlement === 'consent' ? '' : 'objection')
})

const labels = { decisionDocument: '改办依据', answer: '答复', reason: '理由' }

export default function SettleObjection() {
  const { act, settlement } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  const { title, intro } = words[settlement]
  return (
    <ActForm
      title={title}
      intro={intro}
      act={act}
      form={form}
      labels={labels}
      submit={title}
      isHarm={settlement === 'consent'}
    >
      {settlement === 'consent' ? (
        <TextField
          name="decisionDocument"
          label="改办依据"
          hint="改办通知的名称或文号"
          required
          maxLength={200}
          value={typedValue(form, 'decisionDocument')}
          error={errors['decisionDocument']}
        />
      ) : null}
      {settlement === 'retraction' ? (
        <ReasonField form={form} />
      ) : (
        <TextArea
          name="answer"
          label="答复"
          hint="照交办机关的答复写"
          required={settlement === 'refusal'}
          rows={3}
          value={typedValue(form, 'answer')}
          error={errors['answer']}
        />
      )}
    </ActForm>
  )
}
