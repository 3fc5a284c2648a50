import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { recordAsks } from '~/domain/intake/record-asks.server'
import { suggestAsks } from '~/domain/triage/suggest-asks'
import { hiddenFields, linesOf } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextArea } from '~/ui/forms/text-area'
import { AskList } from '~/ui/parts/ask-list'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'record_asks')
  return {
    act,
    asks: read.facts.asks.map((a) => a.text),
    suggested: suggestAsks(read.facts.proposal.text),
  }
})

const fields = z.object({ ...hiddenFields, asks: linesOf('诉求', 40, 500) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await recordAsks(command, await targetOf(visit, undefined), { asks: value.asks })
  return done(visit, 'asks')
})

export default function Asks() {
  const { act, asks, suggested } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const isSuggested = asks.length === 0 && suggested.length > 0
  const lines = isSuggested ? suggested.map((s) => s.text) : asks
  return (
    <>
      <ActForm
        title="拆分诉求"
        intro="把正文里的要求拆成一条一条，复函要逐条对应。"
        act={act}
        form={form}
        labels={{ asks: '诉求' }}
        submit="保存诉求"
      >
        <TextArea
          name="asks"
          label="诉求"
          hint={isSuggested ? '一行一条；下面几行是系统从正文里拆出来的，请核对、修改后再保存' : '一行一条'}
          required
          rows={8}
          value={typedValue(form, 'asks', lines.join('\n'))}
          error={errorsByField(form?.problems ?? [])['asks']}
        />
      </ActForm>
      {suggested.length > 0 ? (
        <section className="pad" aria-labelledby="suggested">
          <h3 id="suggested">系统从正文拆出 {suggested.length} 条</h3>
          <AskList
            asks={suggested.map((s, i) => ({ number: i + 1, text: s.text, hint: `出自正文${s.from}` }))}
          />
        </section>
      ) : null}
    </>
  )
}
