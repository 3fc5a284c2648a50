import { useActionData, useLoaderData } from '@remix-run/react'
import { sendRequests } from '~/domain/co-handling/send-request.server'
import { shanghaiDay } from '~/domain/deadlines/day'
import { opinionDue } from '~/domain/deadlines/due-of'
import { Invalid } from '~/domain/refusals'
import { isOpen } from '~/domain/people/closing-places'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { dateWords } from '~/ui/dates'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import { requestStateWords } from '~/ui/words'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { AskedParties } from './asked-parties'
import { askedOf, requestForm } from './request-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'send_request')
  const { facts } = read
  const own = facts.requests.filter((r) => r.round === facts.proposal.round)
  const isFree = (id: string) =>
    !own.some((r) => r.state !== 'cancelled' && (r.unitId === id || r.divisionId === id))
  // Who was asked in vain before is worth knowing when ticking.
  const hintOf = (id: string) => {
    const before = own.find((r) => r.unitId === id || r.divisionId === id)
    return before ? `上次${requestStateWords[before.state]}` : ''
  }
  const party = (id: string, label: string) => ({ value: id, label, hint: hintOf(id) })
  return {
    act,
    ruleDue: opinionDue(facts, shanghaiDay(visit.now)).due,
    units: read.units
      .filter(isOpen)
      .filter((u) => u.kind === 'co_handling' && isFree(u.id))
      .map((u) => party(u.id, u.shortName)),
    divisions: read.divisions
      .filter(isOpen)
      .filter((d) => d.id !== facts.proposal.divisionId && isFree(d.id))
      .map((d) => party(d.id, d.name)),
  }
})

/** One request per party, all or none, each under a key derived from the form's: pressed twice, nobody is asked twice. */
export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, requestForm)
  const { asked, problems } = askedOf(value)
  if (problems.length > 0) throw new Invalid(problems)
  await sendRequests(command, await targetOf(visit, undefined), asked)
  return done(visit, 'asked', 'co-handling')
})

const labels = { unitId: '会办单位', divisionId: '会办处室', question: '内容', dueOn: '期限' }

export default function Request() {
  const { act, ruleDue, units, divisions } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActForm
      title="请会办"
      intro="可以一次请几家，每家一份会办，各有各的期限；已说明不办的，在会办一栏“再请会办”。"
      act={act}
      form={form}
      labels={labels}
      submit="送出会办"
    >
      <TextArea
        name="question"
        label="请会办的内容"
        hint="就哪几条诉求、希望对方说明什么；各家不同的，在下面分别填写"
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
      <AskedParties name="unitId" label="会办单位" parties={units} form={form} />
      <AskedParties name="divisionId" label="局内处室" parties={divisions} form={form} />
    </ActForm>
  )
}
