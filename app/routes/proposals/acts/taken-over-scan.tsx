import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { acceptOf, megabyte, scanKinds } from '~/domain/files/file-kinds'
import { attachScan } from '~/domain/taking-over/attach-scan.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readUpload } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { FileField } from '~/ui/forms/file-field'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

const scan = { kinds: scanKinds, most: 20 * megabyte, isRequired: true }

export const loader = forUser(async (visit) => ({
  act: (await readAct(visit, 'attach_taken_over_scan')).act,
  accept: acceptOf(scanKinds),
}))

const fields = z.object(hiddenFields)

export const action = actionForUser(async (visit) => {
  const { value, command, files } = await readUpload(visit, fields, { scan })
  const [paper] = files.scan
  if (!paper) throw new Error('a required file is missing')
  await attachScan(command, await targetOf(visit, value.version), paper)
  return done(visit, 'taken_over_scan', 'letters')
})

const labels = { scan: '扫描件' }

/** The letter another system had issued, as it was scanned. */
export default function TakenOverScan() {
  const { act, accept } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="附上原复函的扫描件"
      intro="原系统印发的复函，按原样附上；附上后不能删改，可以再附。"
      act={act}
      form={form}
      labels={labels}
      submit="附上"
      takesFiles
    >
      <FileField
        name="scan"
        label={labels.scan}
        accept={accept}
        required
        hint="PDF 或图片，20 MB 以内"
        error={errorsByField(form?.problems ?? [])['scan']}
      />
    </ActForm>
  )
}
