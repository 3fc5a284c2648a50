import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  acceptOpinion,
  cancelRequest,
  returnOpinion,
  waiveRequest,
} from '~/domain/co-handling/settle-request.server'
import { urgeRequest } from '~/domain/urging/urge-request.server'
import { NotFound } from '~/domain/refusals'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import type { Settlement } from '../proposal/co-handling-page.server'
import { done } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'
import { readSettlement } from './settlement.server'

const words: Record<Settlement, { title: string; intro: string; asksReason: boolean; isHarm: boolean }> = {
  accept: { title: '采纳会办意见', intro: '采纳后这家会办了结。', asksReason: false, isHarm: false },
  return: { title: '退回补充', intro: '写明还要补充什么，由对方重新提出。', asksReason: true, isHarm: true },
  waive: { title: '免会', intro: '不再等这家的意见，写明为什么。', asksReason: true, isHarm: true },
  cancel: { title: '取消会办', intro: '取消后对方会看到通知，写明为什么。', asksReason: true, isHarm: true },
  urge: {
    title: '催办',
    intro: '催办一次，通知对方，计入日志。可以写明理由，印在催办单上。',
    asksReason: false,
    isHarm: false,
  },
}

export const loader = forUser(async (visit) => {
  const { act, settlement, party } = await readSettlement(visit)
  return { act, settlement, party }
})

const fields = z.object({
  ...hiddenFields,
  reason: z.string().trim().max(500, '理由最多 500 字。').default(''),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { settlement, target } = await readSettlement(visit)
  const run: Record<Settlement, () => Promise<unknown>> = {
    accept: () => acceptOpinion(command, target),
    return: () => returnOpinion(command, target, { reason: value.reason }),
    waive: () => waiveRequest(command, target, { reason: value.reason }),
    cancel: () => cancelRequest(command, target, { reason: value.reason }),
    urge: () => urgeRequest(command, target, { reason: value.reason }),
  }
  if (!(settlement in run)) throw new NotFound('settlement')
  await run[settlement]()
  return done(visit, settlement, 'co-handling')
})

export default function SettleRequest() {
  const { act, settlement, party } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const { title, intro, asksReason, isHarm } = words[settlement]
  return (
    <ActForm
      title={`${title}：${party}`}
      intro={intro}
      act={act}
      form={form}
      labels={{ reason: '理由' }}
      submit={title}
      isHarm={isHarm}
    >
      {asksReason ? <ReasonField form={form} /> : null}
      {settlement === 'urge' ? <ReasonField form={form} isOptional /> : null}
    </ActForm>
  )
}
