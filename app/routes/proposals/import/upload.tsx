import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { acceptOf, megabyte } from '~/domain/files/file-kinds'
import { readImports } from '~/domain/intake/lists/read-import.server'
import { uploadList } from '~/domain/intake/lists/upload-list.server'
import { Invalid } from '~/domain/refusals'
import { actionForUser, forUser } from '~/http/for-user.server'
import { hiddenFields } from '~/http/form-fields'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { parseUpload } from '~/http/parse-upload.server'
import { paths } from '~/http/paths'
import { shortInstant } from '~/ui/dates'
import { Button, LinkButton } from '~/ui/forms/button'
import { errorsByField } from '~/ui/forms/error-summary'
import { FileField } from '~/ui/forms/file-field'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../acts/act-form'
import { ListNotDone } from './list-not-done'
import { ImportTable } from './import-table'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `导入清单 · ${data?.frame.bureau ?? '复函'}` },
]

const registrars = { roles: ['registrar'] } as const
const kinds = ['xlsx', 'csv'] as const

export const loader = forUser(
  async (visit) => ({
    frame: frameOf(visit),
    key: newKey(),
    rows: (await readImports(visit.viewer)).map((row) => ({
      ...row,
      uploadedAt: shortInstant(row.uploadedAt),
    })),
  }),
  registrars,
)

export const action = actionForUser(async (visit) => {
  const wanted = { file: { kinds, most: 20 * megabyte, isRequired: true } }
  const form = await parseUpload(visit.request, z.object(hiddenFields), wanted)
  visit.keep(form.typed)
  if (!form.ok) throw new Invalid(form.problems)
  const [file] = form.files.file
  if (!file) throw new Invalid([{ field: 'file', message: '请选择文件。' }])
  const { viewer, now, realNow } = visit
  const { importId } = await uploadList({ viewer, now, realNow, key: form.value.key }, file)
  return redirect(paths.listColumns(importId), 303)
}, registrars)

export default function ListUpload() {
  const { frame, key, rows } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title="导入清单"
        note="交办机关发来的表格整份读入：先指明各列，再看每一行会怎样，确认后才登记。"
        crumb={[{ label: '建议提案', href: paths.proposals() }, { label: '导入清单' }]}
      />
      <div className="stack">
        <Card id="upload" title="第一步：选择表格" pad>
          <form className="fform" method="post" encType="multipart/form-data">
            <ListNotDone form={form} labels={{ file: '表格' }} />
            <HiddenFields values={{ key }} />
            <FileField
              name="file"
              label="表格"
              hint="Excel（.xlsx）或 CSV，不超过 20 MB、2 万行。列的顺序不限，表头上面可以有标题"
              required
              accept={acceptOf(kinds)}
              error={errors['file']}
            />
            <div className="row">
              <Button kind="do">上传，下一步指明各列</Button>
              <LinkButton href={paths.proposals()}>返回</LinkButton>
            </div>
          </form>
        </Card>
        {rows.length > 0 ? <ImportTable rows={rows} /> : null}
      </div>
    </HouseFrame>
  )
}
