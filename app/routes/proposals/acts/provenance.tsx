import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { confirmProvenance } from '~/domain/intake/documents/confirm-provenance.server'
import { readFields } from '~/domain/intake/documents/provenance-states'
import { readProvenance } from '~/domain/intake/documents/provenance.server'
import { meetingPhrase } from '~/domain/deadlines/meeting-words'
import { hiddenFields, manyOf } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { CheckGroup } from '~/ui/forms/options'
import { FileList } from '~/ui/parts/file-list'
import { listedFile } from '../../files/listed-file'
import { readFieldWords, valueWords } from '../from-document/reading-words'
import { Excerpt } from '../from-document/excerpt'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'confirm_provenance')
  const { files, traced } = await readProvenance(visit.viewer, read.facts.proposal.id)
  const held = read.meeting
  const meetings = held
    ? [
        {
          id: held.id,
          name: meetingPhrase({ ...held, placePrefix: held.region, track: read.facts.proposal.track }),
        },
      ]
    : []
  return {
    act,
    files: files.map(listedFile),
    open: traced
      .filter((t) => t.state === 'unconfirmed')
      .map(({ field, valueRead, page, excerpt }) => ({
        field,
        words: valueWords(field, valueRead, meetings),
        page,
        excerpt: field === 'text' ? null : excerpt,
      })),
  }
})

const fields = z.object({ ...hiddenFields, fields: manyOf(z.enum(readFields)) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await confirmProvenance(command, await targetOf(visit, undefined), { fields: value.fields })
  return done(visit, 'provenance')
})

const labels = { fields: '已核对' }

export default function Provenance() {
  const { act, files, open } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <ActForm
      title="核对机器读出的内容"
      intro="请下载原件，逐项对照后打勾。有一项不对的，请作废这次登记，从原件重新登记并改正；编号作废后可以再用。"
      act={act}
      form={form}
      labels={labels}
      submit="核对无误"
    >
      <FileList files={files} />
      {open.length > 0 ? (
        <CheckGroup
          name="fields"
          label="和原件一致的"
          error={errors['fields']}
          values={form?.typed['fields'] ?? []}
          options={open.map(({ field, words, page, excerpt }) => ({
            value: field,
            label: `${readFieldWords[field]}：${words}`,
            hint: excerpt ? <Excerpt page={page} excerpt={excerpt} /> : undefined,
          }))}
        />
      ) : (
        <p className="mute">
          没有等待核对的内容。<a href={paths.proposal(act.number)}>回到原文</a>
        </p>
      )}
    </ActForm>
  )
}
