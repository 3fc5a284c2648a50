import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { assertKeepsRules } from '~/domain/deadlines/change-rules.server'
import { deadlineKinds, kindWords } from '~/domain/deadlines/deadline-words'
import { enterNoticeDay } from '~/domain/deadlines/enter-notice-day.server'
import { readNoticeDays } from '~/domain/deadlines/read-shelf.server'
import { isHandoverDay } from '~/domain/intake/registration'
import { hiddenFields, line, optionalChoice } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { dateWords } from '~/ui/dates'
import { errorsByField } from '~/ui/forms/error-summary'
import { Select } from '~/ui/forms/select'
import { TextField } from '~/ui/forms/text-field'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { formOf } from '../../proposals/acts/act-form'
import { ruleReaders } from '../../rules/rule-readers'
import { KeeperForm } from '../keeper-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `年度通知日期 · ${data.frame.bureau}` : '年度通知日期' },
]

export const loader = forUser(async (visit) => {
  assertKeepsRules(visit.viewer)
  const meetings = await readNoticeDays(visit.viewer)
  return {
    frame: frameOf(visit),
    key: newKey(),
    isDone: new URL(visit.request.url).searchParams.has('done'),
    meetings: meetings.map(({ id, name }) => ({ value: id, label: name })),
    entered: meetings.flatMap(({ id, name, days }) =>
      deadlineKinds.flatMap((kind) => {
        const day = days[kind]
        return day ? [{ id: `${id} ${kind}`, name, duty: kindWords[kind], ...day }] : []
      }),
    ),
  }
}, ruleReaders)

const fields = z.object({
  key: hiddenFields.key,
  meetingId: z.uuid('请选择会议。'),
  kind: z.enum(deadlineKinds, '请选择事项。'),
  dueOn: optionalChoice(z.string().refine(isHandoverDay, '请填写日期，如 2026-05-31；取消的留空。')),
  source: line('通知名称或文号', 60),
})

export const action = actionForUser(async (visit) => {
  assertKeepsRules(visit.viewer)
  const { value, command } = await readWrite(visit, fields)
  const { meetingId, kind, dueOn, source } = value
  await enterNoticeDay(command, { meetingId, kind, dueOn, source })
  return redirect(`${paths.noticeDays()}?done=entered`, 303)
}, ruleReaders)

const labels = { meetingId: '会议', kind: '事项', dueOn: '不晚于', source: '通知' }
const kinds = deadlineKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))

export default function NoticeDays() {
  const { frame, key, isDone, meetings, entered } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    value: typedValue(form, name),
    error: errors[name],
  })
  return (
    <HouseFrame frame={frame}>
      <PageHead
        title="年度通知日期"
        note="交办通知定了日期的，与规则所算的比，早的为准。只管以后登记的，已定的期限不变。"
        crumb={[{ label: '规则管理', href: paths.keepRules() }, { label: '年度通知日期' }]}
      />
      <div className="stack">
        {isDone && !form ? (
          <Note tone="green" announce>
            已录入。
          </Note>
        ) : null}
        <Card id="entered" title="已录入的">
          {entered.length > 0 ? <Entered rows={entered} /> : <NothingEntered />}
        </Card>
        <Card id="enter" title="录入或取消一项" pad>
          <KeeperForm formKey={key} form={form} labels={labels} submit="录入" cancelHref={paths.keepRules()}>
            <Select {...field('meetingId')} required options={meetings} empty="请选择" />
            <Select {...field('kind')} required options={kinds} empty="请选择" />
            <TextField {...field('dueOn')} type="date" hint="留空表示取消原来录入的日期" />
            <TextField {...field('source')} required maxLength={60} hint="会写进期限的计算过程" />
          </KeeperForm>
        </Card>
      </div>
    </HouseFrame>
  )
}

const NothingEntered = () => (
  <div className="pad">
    <EmptyState title="还没有录入">期限都按规则算。</EmptyState>
  </div>
)

const columns = [
  { key: 'meeting', label: '会议' },
  { key: 'duty', label: '事项' },
  { key: 'due', label: '不晚于' },
  { key: 'source', label: '通知' },
]

type Entry = { id: string; name: string; duty: string; dueOn: string; source: string }

const Entered = ({ rows }: { rows: readonly Entry[] }) => (
  <Grid caption="已录入的年度通知日期" columns={columns} cards className="rules">
    {rows.map((row) => (
      <tr key={row.id}>
        <Cell label="会议">{row.name}</Cell>
        <Cell label="事项">{row.duty}</Cell>
        <Cell label="不晚于">{dateWords(row.dueOn)}</Cell>
        <Cell label="通知">{row.source}</Cell>
      </tr>
    ))}
  </Grid>
)
