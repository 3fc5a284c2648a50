import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { linkEarlier, unlinkEarlier } from '~/domain/triage/link-earlier.server'
import { readEarlier } from '~/domain/triage/read-earlier.server'
import { hiddenFields, line } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { newKey } from '~/http/new-key.server'
import { readWrite } from '~/http/write.server'
import { Button } from '~/ui/forms/button'
import { errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { TextField } from '~/ui/forms/text-field'
import { CaseItem, CaseList } from '../similar/case-list'
import { similarOf } from '../similar/similar-of.server'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'link_earlier')
  const [similar, { earlier, later }] = await Promise.all([
    similarOf(visit),
    readEarlier(visit.viewer, read.facts.proposal.id),
  ])
  const linked = new Set([...earlier, ...later].map((c) => c.id))
  const withKey = <C,>(c: C) => ({ ...c, key: newKey() })
  return { act, similar: similar.filter((c) => !linked.has(c.id)).map(withKey), earlier: earlier.map(withKey), later }
}) // prettier-ignore

const fields = z.object({
  ...hiddenFields,
  registerNo: line('登记号', 20),
  undo: z.literal('yes').optional(),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const target = await targetOf(visit, undefined)
  const input = { registerNo: value.registerNo }
  await (value.undo ? unlinkEarlier : linkEarlier)(command, target, input)
  return done(visit, value.undo ? 'unlinked' : 'linked', 'similar')
})

export default function Similar() {
  const { act, similar, earlier, later } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const isOpen = act.reasons.length === 0
  return (
    <>
      <ActForm
        title="查重与同题旧案"
        intro="同一件事往年提过的，记为同题旧案：两边页面都会显示，办理时可以对照当年怎么办、承诺了什么。"
        act={act}
        form={form}
        labels={{ registerNo: '登记号' }}
        submit="记为同题旧案"
      >
        <TextField
          name="registerNo"
          label="往年那一件的登记号"
          hint="如 2025-0017；下面列出的可以直接点"
          required
          maxLength={20}
          value={typedValue(form, 'registerNo')}
          error={errorsByField(form?.problems ?? [])['registerNo']}
        />
      </ActForm>
      {earlier.length > 0 ? (
        <section className="pad" aria-labelledby="earlier">
          <h3 id="earlier">同题旧案 {earlier.length} 件</h3>
          <CaseList>
            {earlier.map((c) => (
              <CaseItem
                key={c.id}
                it={c}
                act={isOpen ? <LinkForm registerNo={c.registerNo} formKey={c.key} undo /> : null}
              />
            ))}
          </CaseList>
        </section>
      ) : null}
      {later.length > 0 ? (
        <section className="pad" aria-labelledby="later">
          <h3 id="later">后来又提 {later.length} 件</h3>
          <CaseList>
            {later.map((c) => (
              <CaseItem key={c.id} it={c} />
            ))}
          </CaseList>
        </section>
      ) : null}
      <section className="pad" aria-labelledby="similar">
        <h3 id="similar">相似的 {similar.length} 件</h3>
        {similar.length > 0 ? (
          <CaseList>
            {similar.map((c) => (
              <CaseItem
                key={c.id}
                it={c}
                act={isOpen ? <LinkForm registerNo={c.registerNo} formKey={c.key} /> : null}
              />
            ))}
          </CaseList>
        ) : (
          <p className="mute">在您能看到的历年件中没有再找到相似的；知道登记号的，可以在上面填写。</p>
        )}
      </section>
    </>
  )
}

function LinkForm({ registerNo, formKey, undo }: { registerNo: string; formKey: string; undo?: boolean }) {
  return (
    <form method="post">
      <HiddenFields values={{ key: formKey, registerNo, ...(undo ? { undo: 'yes' } : {}) }} />
      <Button size="sm">
        {undo ? '取消旧案' : '记为同题旧案'}
        <span className="vh">，{registerNo}</span>
      </Button>
    </form>
  )
}
