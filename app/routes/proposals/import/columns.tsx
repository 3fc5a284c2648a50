import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { shanghaiDay } from '~/domain/deadlines/day'
import { chooseColumns } from '~/domain/intake/lists/choose-columns.server'
import { listSettings } from '~/domain/intake/lists/list-settings'
import { readMapping } from '~/domain/intake/lists/read-import.server'
import { readRegistrationChoices } from '~/domain/intake/registration-choices.server'
import { Invalid } from '~/domain/refusals'
import { actionForUser, forUser } from '~/http/for-user.server'
import { hiddenFields, optionalChoice } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { newKey } from '~/http/new-key.server'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../acts/act-form'
import { ColumnTable } from './column-table'
import { chosenColumns, columnLines } from './columns-form'
import { ListNotDone } from './list-not-done'
import { SettingsFields, settingsLabels } from './settings-fields'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `指明各列 · ${data?.frame.bureau ?? '复函'}` },
]

const registrars = { roles: ['registrar'] } as const

export const loader = forUser(async (visit) => {
  const importId = idParam(visit.params, 'importId')
  const [{ list, kept, firstRows }, choices] = await Promise.all([
    readMapping(visit.viewer, importId),
    readRegistrationChoices(visit.viewer),
  ])
  const today = shanghaiDay(visit.now)
  const before = list.settings ?? kept
  return {
    frame: frameOf(visit),
    key: newKey(),
    importId,
    fileName: list.fileName,
    rowCount: list.rowCount,
    isKept: list.settings === null && kept !== null,
    isBegun: list.batchId !== null,
    choices,
    lines: columnLines(list.heads, before?.columns ?? null, firstRows),
    fresh: {
      meetingId: before?.meetingId ?? '',
      sessionKind: before?.sessionKind ?? 'plenary',
      assigningUnitId: before?.assigningUnitId ?? '',
      assignedOn: list.settings?.assignedOn ?? today,
      receivedOn: list.settings?.receivedOn ?? today,
    },
  }
}, registrars)

const fields = listSettings.shape
const rest = z.object({
  ...hiddenFields,
  meetingId: fields.meetingId,
  sessionKind: fields.sessionKind,
  assigningUnitId: optionalChoice(z.uuid('请选择交办机关。')),
  assignedOn: fields.assignedOn,
  receivedOn: fields.receivedOn,
})

export const action = actionForUser(async (visit) => {
  const importId = idParam(visit.params, 'importId')
  const { list } = await readMapping(visit.viewer, importId)
  const form = await parseForm(visit.request, rest)
  visit.keep(form.typed)
  if (!form.ok) throw new Invalid(form.problems)
  const { key, version: _, shownState: __, ...said } = form.value
  const read = listSettings.safeParse({ ...said, columns: chosenColumns(list.heads, form.typed) })
  if (!read.success)
    throw new Invalid(read.error.issues.map((i) => ({ field: String(i.path[0] ?? ''), message: i.message })))
  const { viewer, now, realNow } = visit
  await chooseColumns({ viewer, now, realNow, key }, importId, read.data)
  return redirect(paths.list(importId), 303)
}, registrars)

export default function ListColumns() {
  const { frame, key, importId, fileName, rowCount, isKept, isBegun, choices, lines, fresh } =
    useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  const before: Record<string, string> = fresh
  const value = (name: string) => typedValue(form, name, before[name] ?? '')
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title="指明各列"
        note={`${fileName}，共 ${rowCount} 行。${isKept ? '上次导入过同样表头的清单，已按上次选好。' : ''}`}
        crumb={[{ label: '导入清单', href: paths.lists() }, { label: '指明各列' }]}
      />
      <form className="stack" method="post">
        <ListNotDone form={form} labels={settingsLabels} />
        <HiddenFields values={{ key }} />
        <Card id="columns" title="第二步：每一列是什么" note="不用的列选“不用”">
          <ColumnTable lines={lines} chosen={(name, field) => typedValue(form, name, field)} />
        </Card>
        <Card id="rest" title="清单里没有写的" note="表格里写了的，以表格为准" pad>
          <div className="fform">
            <SettingsFields choices={choices} value={value} error={(name) => errors[name]} />
          </div>
        </Card>
        <div className="row">
          {isBegun ? null : <Button kind="do">下一步：看每一行会怎样</Button>}
          <LinkButton href={isBegun ? paths.list(importId) : paths.lists()}>返回</LinkButton>
        </div>
      </form>
    </HouseFrame>
  )
}
