import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { delegateTrackWords, kindOfDelegate, whereFrom } from '~/domain/delegates/delegate-words'
import { readTerms } from '~/domain/delegates/read-delegates.server'
import { megabyte } from '~/domain/files/file-kinds'
import {
  importDelegates,
  keepDelegateList,
  previewDelegates,
} from '~/domain/name-lists/import-delegates.server'
import { countsOf } from '~/domain/name-lists/keep-list.server'
import { mustHaveDuty } from '~/domain/people/keep-people.server'
import { tracks } from '~/domain/proposal/words-of-the-trade'
import { Invalid } from '~/domain/refusals'
import { hiddenFields } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readUpload } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { RadioGroup } from '~/ui/forms/options'
import { TextField } from '~/ui/forms/text-field'
import { HouseFrame } from '~/ui/layout/house-frame'
import { PageHead } from '~/ui/parts/page-head'
import { ImportPage, listKinds } from '../name-lists/import-page'
import { countsIn, countsQuery, countWords } from '../name-lists/import-words'
import { previewRows } from '../name-lists/list-preview'
import { formOf } from '../proposals/acts/act-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `导入代表委员名单 · ${data?.frame.bureau ?? '复函'}` },
]

const usual = {
  track: z.enum(tracks, '请选择人大代表还是政协委员。'),
  term: z.coerce
    .number('届次请填数字。')
    .int('届次请填整数。')
    .min(1, '届次从 1 起。')
    .max(99, '届次最大 99。'),
}

export const loader = forUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'delegates')
  const asked = new URL(visit.request.url).searchParams
  const of = z.object({ file: z.uuid(), ...usual }).safeParse(Object.fromEntries(asked))
  const judged = of.success ? await previewDelegates(visit.viewer, of.data.file, of.data) : null
  const counts = judged ? countsOf(judged) : null
  const imported = countsIn(asked)
  return {
    frame: frameOf(visit),
    key: newKey(),
    term: String((await readTerms(visit.viewer))[0] ?? ''),
    carried: of.success ? { track: of.data.track, term: String(of.data.term) } : {},
    done: imported ? countWords(imported, true) : null,
    preview:
      of.success && judged && counts
        ? {
            fileId: of.data.file,
            said: countWords(counts, false),
            total: judged.length,
            canImport: counts.added + counts.filled > 0,
            rows: previewRows(
              judged.map(({ position, name, outcome, problem, record }) => ({
                position, name, outcome, problem,
                about: record ? [`第 ${record.term} 届${kindOfDelegate(record)}`, whereFrom(record)].filter(Boolean).join('，') : '',
              })),
            ),
          }
        : null,
  } // prettier-ignore
})

const fields = z.object({ key: hiddenFields.key, ...usual, fileId: z.uuid().optional() })

/** With a file it is kept and shown; with the file that was shown it is imported. */
export const action = actionForUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'delegates')
  const { value, command, files } = await readUpload(visit, fields, {
    list: { kinds: listKinds, most: 10 * megabyte },
  })
  const { track, term, fileId } = value
  if (fileId) {
    const counts = await importDelegates(command, fileId, { track, term })
    return redirect(paths.importDelegates(countsQuery(counts)), 303)
  }
  const [list] = files.list
  if (!list) throw new Invalid([{ field: 'list', message: '请选择文件。' }])
  const kept = await keepDelegateList(command, list)
  return redirect(paths.importDelegates(`file=${kept.fileId}&track=${track}&term=${term}`), 303)
})

const labels = { list: '名单', track: '种类', term: '届次' }

export default function ImportDelegates() {
  const { frame, key, term, carried, done, preview } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title="导入代表委员名单"
        note="同一份名单再导一次什么也不变；登记时留下的只有姓名的记录会补全。"
        crumb={[{ label: '代表委员名册', href: paths.delegates() }, { label: '导入名单' }]}
      />
      <ImportPage
        formKey={key}
        form={form}
        labels={labels}
        hint="Excel（.xlsx）或 .csv，有表头：姓名、届次、界别、代表团、工作单位及职务、电话、通讯地址等，列的次序不限"
        preview={preview}
        done={done}
        backHref={paths.delegates()}
        againHref={paths.importDelegates()}
        carried={carried}
      >
        <RadioGroup
          name="track"
          label="种类（表里没有写明的行）"
          required
          across
          options={tracks.map((t) => ({ value: t, label: delegateTrackWords[t] }))}
          value={typedValue(form, 'track')}
          error={errors['track']}
        />
        <TextField
          name="term"
          label="届次（表里没有写明的行）"
          required
          inputMode="numeric"
          value={typedValue(form, 'term', term)}
          error={errors['term']}
        />
      </ImportPage>
    </HouseFrame>
  )
}
