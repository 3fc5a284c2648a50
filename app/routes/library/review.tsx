import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { fieldForms, fieldWords } from '~/domain/library/accepted-fields'
import { acceptReply, refuseReply } from '~/domain/library/decide.server'
import { libraryReaders } from '~/domain/library/library-people'
import { readReply } from '~/domain/library/read-library.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../proposals/acts/act-form'
import { AcceptedFields } from './accepted-fields'
import { FieldsForm } from './fields-form'
import { FindingsCard } from './findings-card'
import { RefuseForm } from './refuse-form'
import { replySheet } from './review-sheet'
import { SourceText } from './source-text'
import { StateNote } from './state-note'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? '往年答复'} · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(
  async (visit) => {
    const row = await readReply(visit.viewer, idParam(visit.params, 'id'))
    return { frame: frameOf(visit), key: newKey(), ...replySheet(row) }
  },
  { roles: libraryReaders },
)

const longestField = 60_000
const fields = z.object({
  key: hiddenFields.key,
  act: z.enum(['accept', 'refuse'], '表单不完整，请刷新后重填。'),
  reason: z.string().trim().max(500, '理由最多 500 字。').default(''),
  ...Object.fromEntries(
    fieldForms.map(({ field }) => [field, z.string().max(longestField, '太长了。').default('')]),
  ),
})

export const action = actionForUser(
  async (visit) => {
    const id = idParam(visit.params, 'id')
    const { value, command } = await readWrite(visit, fields)
    const typed = value as unknown as Record<string, string>
    if (value.act === 'refuse') await refuseReply(command, id, value.reason)
    else
      await acceptReply(
        command,
        id,
        Object.fromEntries(fieldForms.map(({ field }) => [field, typed[field] ?? ''])),
      )
    return redirect(paths.libraryPage(id), 303)
  },
  { roles: libraryReaders },
)

export default function Review() {
  const { frame, key, title, state, stated, findings, pieces, isCut, file, rows } =
    useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <HouseFrame frame={frame} here="library">
      <PageHead title={title} crumb={[{ label: '往年答复', href: paths.library() }, { label: '核对' }]} />
      <div className="stack">
        <StateNote state={state} stated={stated} file={file} />
        {findings.length > 0 ? <FindingsCard findings={findings} /> : null}
        <div className="review">
          <SourceText pieces={pieces} isCut={isCut} isOpen={state === 'quarantine'} />
          {state === 'quarantine' ? (
            <div className="stack">
              <FieldsForm formKey={key} form={form} rows={rows} />
              <RefuseForm formKey={key} form={form} />
            </div>
          ) : (
            <Card id="fields" title="收录的内容" pad>
              <AcceptedFields rows={rows.map(({ field, value }) => ({ term: fieldWords(field), value }))} />
            </Card>
          )}
        </div>
      </div>
    </HouseFrame>
  )
}
