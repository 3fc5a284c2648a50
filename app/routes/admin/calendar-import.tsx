import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { defaultTitle } from '~/domain/calendar/json-notices'
import { mustKeepCalendar } from '~/domain/calendar/put-in-force.server'
import { readImport } from '~/domain/calendar/read-import'
import { shanghaiDay, yearOf } from '~/domain/deadlines/day'
import { Invalid } from '~/domain/refusals'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import { errorsByField } from '~/ui/forms/error-summary'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../proposals/acts/act-form'
import { CalendarPreview, previewOfAction } from './calendar-preview'
import { previewOf } from './calendar-preview.server'
import { NotDone } from './not-done'
import { headFields, HeadFields, headOf } from './notice-head'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `导入放假安排 · ${data.frame.bureau}` : '导入放假安排' },
]

export const loader = forUser(async (visit) => {
  mustKeepCalendar(visit.viewer)
  const year = yearOf(shanghaiDay(visit.now)) + 1
  return { frame: frameOf(visit), year, title: defaultTitle(year), number: '', publishedOn: '' }
})

const fields = z.object({
  ...headFields,
  year: z.coerce.number('请填写年份。').int('请填写年份。'),
  text: z.string().max(400_000, '内容太长。').default(''),
})

export const action = actionForUser(async (visit) => {
  mustKeepCalendar(visit.viewer)
  const form = await parseForm(visit.request, fields, { file: 'text' })
  visit.keep(form.typed)
  if (!form.ok) throw new Invalid(form.problems)
  const read = readImport(form.value.text, headOf(form.value, form.value.year))
  if (!read.ok) throw new Invalid(read.problems)
  return await previewOf(visit, read.notices)
})

const labels = {
  title: '通知名称',
  number: '文号',
  publishedOn: '发布日期',
  year: '年份',
  text: '内容',
  file: '文件',
}

export default function CalendarImport() {
  const { frame, year, ...head } = useLoaderData<typeof loader>()
  const acted = useActionData()
  const form = formOf(acted)
  const preview = previewOfAction(acted)
  const errors = errorsByField(form?.problems ?? [])
  return (
    <HouseFrame frame={frame}>
      <PageHead title="导入放假安排" note="表格、JSON 或日历文件（.ics）都可以。先预览，确认后才生效。" />
      <div className="stack">
        {preview ? <CalendarPreview preview={preview} /> : null}
        <Card id="import" title={preview ? '换一份' : '要导入的内容'} pad>
          <form className="fform" method="post" encType="multipart/form-data">
            <NotDone form={form} labels={labels} />
            <TextArea
              name="text"
              label="粘贴内容"
              hint="表格每行写“2027-01-01,休,元旦”或“2027-02-14,班,春节”"
              rows={10}
              value={typedValue(form, 'text')}
              error={errors['text']}
            />
            <TextField
              name="file"
              label="或选择文件"
              hint="选了文件，就以文件为准"
              type="file"
              accept=".json,.csv,.txt,.ics"
              error={errors['file']}
            />
            <TextField
              name="year"
              label="年份"
              hint="表格和日历文件属于哪一年的通知；JSON 以文件里写的为准"
              required
              inputMode="numeric"
              value={typedValue(form, 'year', String(year))}
              error={errors['year']}
            />
            <HeadFields form={form} errors={errors} otherwise={head} />
            <div className="row">
              <Button kind={preview ? 'plain' : 'do'}>预览</Button>
              <LinkButton href={paths.calendar()}>返回</LinkButton>
            </div>
          </form>
        </Card>
      </div>
    </HouseFrame>
  )
}
