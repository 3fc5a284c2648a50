import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answerRequest } from '~/domain/co-handling/answer-request.server'
import { reasonsAgainst } from '~/domain/proposal/refusal'
import { NotFound } from '~/domain/refusals'
import { checkbox, hiddenFields, optionalLine } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { CheckBox } from '~/ui/forms/check-box'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextArea } from '~/ui/forms/text-area'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'answer_request')
  const request = read.requests.find((r) => r.id === visit.params['requestId'] && r.divisionId !== null)
  if (!request) throw new NotFound('request')
  const facts = { ...read.facts, request: read.facts.requests.find((r) => r.id === request.id) ?? null }
  return { act: { ...act, reasons: reasonsAgainst('answer_request', facts) }, question: request.question }
})

const fields = z.object({ ...hiddenFields, isNoObjection: checkbox, text: optionalLine('会办意见', 20_000) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const target = { ...(await targetOf(visit, undefined)), requestId: visit.params['requestId'] ?? '' }
  const { isNoObjection, text } = value
  await answerRequest(command, target, {
    isNoObjection,
    text,
    docNo: '',
    contactName: visit.viewer.name,
    contactPhone: '',
  })
  return done(visit, 'opinion', 'co-handling')
})

/** An internal division that was asked answers here; outside units have a page of their own. */
export default function DivisionOpinion() {
  const { act, question } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="提会办意见"
      intro={question}
      act={act}
      form={form}
      labels={{ text: '会办意见' }}
      submit="提交意见"
    >
      <TextArea
        name="text"
        label="会办意见"
        rows={8}
        value={typedValue(form, 'text')}
        error={errorsByField(form?.problems ?? [])['text']}
      />
      <CheckBox
        name="isNoObjection"
        label="无不同意见"
        checked={form?.typed['isNoObjection'] !== undefined}
      />
    </ActForm>
  )
}
