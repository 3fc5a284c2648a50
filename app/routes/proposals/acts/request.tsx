import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { isDay } from '~/domain/deadlines/day'
import { opinionDue } from '~/domain/deadlines/due-of'
import { shanghaiDay } from '~/domain/deadlines/day'
import { Invalid } from '~/domain/refusals'
import { isOpen } from '~/domain/people/closing-places'
import { hiddenFields, line, manyOf, optionalChoice } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { dateWords } from '~/ui/dates'
import { errorsByField } from '~/ui/forms/error-summary'
import { CheckGroup } from '~/ui/forms/options'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'send_request')
  const { facts } = read
  const asked = facts.requests.filter((r) => r.round === facts.proposal.round && r.state !== 'cancelled')
  const isFree = (id: string) => !asked.some((r) => r.unitId === id || r.divisionId === id)
  return {
    act,
    ruleDue: opinionDue(facts, shanghaiDay(visit.now)).due,
    units: read.units
      .filter(isOpen)
      .filter((u) => u.kind === 'co_handling' && isFree(u.id))
      .map((u) => ({ value: u.id, label: u.shortName })),
    divisions: read.divisions
      .filter(isOpen)
      .filter((d) => d.id !== facts.proposal.divisionId && isFree(d.id))
      .map((d) => ({ value: d.id, label: d.name })),
  }
})

const fields = z.object({
  ...hiddenFields,
  unitId: manyOf(z.uuid()),
  divisionId: manyOf(z.uuid()),
  question: line('请会办的内容', 1_000),
  dueOn: optionalChoice(z.string().refine(isDay, '请填写期限，如 2026-03-05，或留空按规则。')),
})

/** One request per party, each under a key of its own derived from the form's, so that pressing twice asks nobody twice. */
export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { question, dueOn, key } = value
  const parties = [
    ...value.unitId.map((id) => ({ unitId: id, divisionId: null })),
    ...value.divisionId.map((id) => ({ unitId: null, divisionId: id })),
  ]
  if (parties.length === 0)
    throw new Invalid([{ field: 'unitId', message: '请选择会办单位或处室，可以多选。' }])
  const target = await targetOf(visit, undefined)
  const { read } = await readAct(visit, 'send_request')
  const asked = read.facts.requests.filter(
    (r) => r.round === read.facts.proposal.round && r.state !== 'cancelled',
  )
  const isAsked = (p: (typeof parties)[number]) =>
    asked.some(
      (r) =>
        (p.unitId !== null && r.unitId === p.unitId) ||
        (p.divisionId !== null && r.divisionId === p.divisionId),
    )
  // Sent the first time and asked again after a fault: those already asked stay asked once.
  for (const party of parties.filter((p) => !isAsked(p)))
    await sendRequest({ ...command, key: `${key}-${party.unitId ?? party.divisionId}` }, target, {
      ...party,
      question,
      dueOn,
    })
  return done(visit, 'asked', 'co-handling')
})

const labels = { unitId: '会办单位', divisionId: '会办处室', question: '内容', dueOn: '期限' }

export default function Request() {
  const { act, ruleDue, units, divisions } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActForm title="请会办" act={act} form={form} labels={labels} submit="送出会办">
      <CheckGroup
        name="unitId"
        label="会办单位"
        options={units}
        values={form?.typed['unitId'] ?? []}
        error={errors['unitId']}
      />
      <CheckGroup
        name="divisionId"
        label="局内处室"
        options={divisions}
        values={form?.typed['divisionId'] ?? []}
        error={errors['divisionId']}
      />
      <TextArea
        name="question"
        label="请会办的内容"
        hint="就哪几条诉求、希望对方说明什么"
        required
        rows={4}
        value={typedValue(form, 'question')}
        error={errors['question']}
      />
      <TextField
        name="dueOn"
        label="期限"
        type="date"
        hint={`留空按规则：${dateWords(ruleDue)}`}
        value={typedValue(form, 'dueOn')}
        error={errors['dueOn']}
      />
    </ActForm>
  )
}
