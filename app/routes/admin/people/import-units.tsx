import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { unitKindWords } from '~/domain/deadlines/sheet-words'
import { megabyte } from '~/domain/files/file-kinds'
import { importUnits, keepUnitList, previewUnits } from '~/domain/name-lists/import-units.server'
import { countsOf } from '~/domain/name-lists/keep-list.server'
import { mustHaveDuty } from '~/domain/people/keep-people.server'
import { Invalid } from '~/domain/refusals'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readUpload } from '~/http/write.server'
import { HouseFrame } from '~/ui/layout/house-frame'
import { PageHead } from '~/ui/parts/page-head'
import { ImportPage, listKinds } from '../../name-lists/import-page'
import { countsIn, countsQuery, countWords } from '../../name-lists/import-words'
import { previewRows } from '../../name-lists/list-preview'
import { formOf } from '../../proposals/acts/act-form'
import { peopleKeepers } from './keepers'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `导入单位名单 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'places')
  const asked = new URL(visit.request.url).searchParams
  const of = z.object({ file: z.uuid() }).safeParse(Object.fromEntries(asked))
  const judged = of.success ? await previewUnits(visit.viewer, of.data.file) : null
  const counts = judged ? countsOf(judged) : null
  const imported = countsIn(asked)
  return {
    frame: frameOf(visit),
    key: newKey(),
    done: imported ? countWords(imported, true) : null,
    preview:
      of.success && judged && counts
        ? {
            fileId: of.data.file,
            said: countWords(counts, false),
            total: judged.length,
            canImport: counts.added > 0,
            rows: previewRows(
              judged.map(({ position, name, outcome, problem, unit }) => ({
                position, name, outcome, problem, about: unit ? `${unit.shortName}，${unitKindWords[unit.kind]}` : '',
              })),
            ),
          }
        : null,
  } // prettier-ignore
}, peopleKeepers)

const fields = z.object({ key: hiddenFields.key, fileId: z.uuid().optional() })

export const action = actionForUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'places')
  const { value, command, files } = await readUpload(visit, fields, {
    list: { kinds: listKinds, most: 10 * megabyte },
  })
  if (value.fileId)
    return redirect(paths.importUnits(countsQuery(await importUnits(command, value.fileId))), 303)
  const [list] = files.list
  if (!list) throw new Invalid([{ field: 'list', message: '请选择文件。' }])
  const { fileId } = await keepUnitList(command, list)
  return redirect(paths.importUnits(`file=${fileId}`), 303)
}, peopleKeepers)

export default function ImportUnits() {
  const { frame, key, done, preview } = useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame} here="people">
      <PageHead
        title="导入单位名单"
        note="同一份名单再导一次什么也不变；已有的单位不改，改名请在单位页办。"
        crumb={[{ label: '单位', href: paths.units() }, { label: '导入名单' }]}
      />
      <ImportPage
        formKey={key}
        form={formOf(useActionData())}
        labels={{ list: '名单' }}
        hint="Excel（.xlsx）或 .csv，有表头：单位全称、简称、类别，列的次序不限；没有类别的按会办单位"
        preview={preview}
        done={done}
        backHref={paths.units()}
        againHref={paths.importUnits()}
      />
    </HouseFrame>
  )
}
