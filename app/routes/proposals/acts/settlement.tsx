import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { declineRequest } from '~/domain/co-handling/decline-request.server'
import { redoDue } from '~/domain/co-handling/redo-due'
import {
  acceptOpinion, cancelRequest, disputeOpinion, extendRequest, returnOpinion, waiveRequest,
} from '~/domain/co-handling/settle-request.server' // prettier-ignore
import { shanghaiDay } from '~/domain/deadlines/day'
import { derivationSentence } from '~/domain/deadlines/derivation'
import { urgeRequest } from '~/domain/urging/urge-request.server'
import { NotFound } from '~/domain/refusals'
import { hiddenFields, optionalLine } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser, type UserVisit } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextField } from '~/ui/forms/text-field'
import { isPlainSettlement, settlementWords, type PlainSettlement } from '../proposal/settlements'
import { done } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'
import { readRequestAct } from './settlement.server'

type Words = { intro: string; reason: 'none' | 'optional' | 'required'; isHarm?: true; asksDay?: true }

const words: Record<PlainSettlement, Words> = {
  accept: { intro: '采纳后这家会办了结。', reason: 'none' },
  return: { intro: '写明还要补充什么，由对方重新提出；原来的意见留着。', reason: 'required', isHarm: true, asksDay: true },
  dispute: { intro: '写明分歧在哪里。登记协调结论以前，答复稿不能送审。', reason: 'required', isHarm: true },
  waive: { intro: '不再等这家的意见，写明为什么；对方会看到通知。', reason: 'required', isHarm: true },
  cancel: { intro: '取消后对方会看到通知和理由，不再看得到原文。', reason: 'required', isHarm: true },
  decline: { intro: '写明为什么不属本处室职责，由谁会办合适。', reason: 'required', isHarm: true },
  extend: { intro: '只改这一家的会办期限，本件自己的期限不变；对方会看到通知。', reason: 'required', asksDay: true },
  urge: { intro: '催办一次，通知对方，计入日志。可以写明理由，印在催办单上。', reason: 'optional' },
} // prettier-ignore

const named = (visit: UserVisit): PlainSettlement => {
  const word = visit.params['settlement'] ?? ''
  if (!isPlainSettlement(word)) throw new NotFound('settlement')
  return word
}

export const loader = forUser(async (visit) => {
  const settlement = named(visit)
  const { act, party, request, facts } = await readRequestAct(visit, settlement)
  const redo = redoDue(facts, shanghaiDay(visit.now))
  const byRule = redo ? `留空按规则：${derivationSentence(redo.derivation)}` : `留空仍是 ${request.dueOn}`
  const hint = settlement === 'return' ? byRule : `现在是 ${request.dueOn}`
  return { act, settlement, party, hint }
})

const fields = z.object({
  ...hiddenFields,
  reason: z.string().trim().max(500, '理由最多 500 字。').default(''),
  dueOn: optionalLine('期限', 10),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const settlement = named(visit)
  const { target } = await readRequestAct(visit, settlement)
  const { reason, dueOn } = value
  const run: Record<PlainSettlement, () => Promise<unknown>> = {
    accept: () => acceptOpinion(command, target),
    return: () => returnOpinion(command, target, { reason, dueOn: dueOn || null }),
    dispute: () => disputeOpinion(command, target, { reason }),
    waive: () => waiveRequest(command, target, { reason }),
    cancel: () => cancelRequest(command, target, { reason }),
    decline: () => declineRequest(command, target, { reason }),
    extend: () => extendRequest(command, target, { reason, dueOn }),
    urge: () => urgeRequest(command, target, { reason }),
  }
  await run[settlement]()
  return done(visit, settlement, 'co-handling')
})

export default function SettleRequest() {
  const { act, settlement, party, hint } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const { intro, reason, isHarm, asksDay } = words[settlement]
  return (
    <ActForm
      title={`${settlementWords[settlement]}：${party}`}
      intro={intro}
      act={act}
      form={form}
      labels={{ reason: '理由', dueOn: '期限' }}
      submit={settlementWords[settlement]}
      isHarm={isHarm ?? false}
    >
      {reason === 'none' ? null : <ReasonField form={form} isOptional={reason === 'optional'} />}
      {asksDay ? (
        <TextField
          name="dueOn"
          label="新的期限"
          type="date"
          hint={hint}
          required={settlement === 'extend'}
          value={typedValue(form, 'dueOn')}
          error={errorsByField(form?.problems ?? [])['dueOn']}
        />
      ) : null}
    </ActForm>
  )
}
