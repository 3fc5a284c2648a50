import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { defaultTitle } from '~/domain/calendar/json-notices'
import { noticeProblems, type Notice } from '~/domain/calendar/notice'
import { daysOfLines, linesOfDays } from '~/domain/calendar/notice-lines'
import { mustKeepCalendar } from '~/domain/calendar/put-in-force.server'
import { inForceFor } from '~/domain/calendar/read-notices.server'
import { Invalid, NotFound } from '~/domain/refusals'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser, type UserVisit } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { TextArea } from '~/ui/forms/text-area'
import { errorsByField } from '~/ui/forms/error-summary'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../proposals/acts/act-form'
import { CalendarPreview, previewOfAction } from './calendar-preview'
import { previewOf } from './calendar-preview.server'
import { headFields, HeadFields, headOf } from './notice-head'
import { NotDone } from './not-done'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.year} 年放假通知 · ${data.frame.bureau}` : '放假通知' },
]

function yearOfPath(visit: UserVisit): number {
  const year = visit.params['year'] ?? ''
  if (!/^(19[9]|20\d|21\d)\d$/.test(year)) throw new NotFound('notice')
  return Number(year)
}

export const loader = forUser(async (visit) => {
  const year = yearOfPath(visit)
  mustKeepCalendar(visit.viewer)
  const { notices } = await inForceFor(visit.viewer)
  const notice = notices.find((n) => n.year === year)
  return {
    frame: frameOf(visit),
    year,
    title: notice?.title ?? defaultTitle(year),
    number: notice?.number ?? '',
    publishedOn: notice?.publishedOn ?? '',
    rest: linesOfDays(notice?.rest ?? {}, year),
    work: linesOfDays(notice?.work ?? {}, year),
  }
})

const lines = z.string().max(10_000, '内容太长。').default('')
const fields = z.object({ ...headFields, rest: lines, work: lines })

export const action = actionForUser(async (visit) => {
  const year = yearOfPath(visit)
  mustKeepCalendar(visit.viewer)
  const form = await parseForm(visit.request, fields)
  visit.keep(form.typed)
  if (!form.ok) throw new Invalid(form.problems)
  const [rest, work] = [daysOfLines(form.value.rest, year), daysOfLines(form.value.work, year)]
  if (typeof rest === 'string') throw new Invalid([{ field: 'rest', message: rest }])
  if (typeof work === 'string') throw new Invalid([{ field: 'work', message: work }])
  const notice: Notice = { ...headOf(form.value, year), rest, work }
  const problems = noticeProblems(notice)
  if (problems.length > 0) throw new Invalid(problems.slice(0, 10))
  return { ...(await previewOf(visit, [notice])), typed: form.typed }
})

const labels = { title: '通知名称', number: '文号', publishedOn: '发布日期', rest: '放假', work: '补班' }

export default function NoticeForm() {
  const { frame, year, ...notice } = useLoaderData<typeof loader>()
  const acted = useActionData()
  const form = formOf(acted)
  const preview = previewOfAction(acted)
  const errors = errorsByField(form?.problems ?? [])
  const typed = preview ? typedOf(acted) : form
  return (
    <HouseFrame frame={frame}>
      <PageHead
        title={`${year} 年放假通知`}
        note="一行一段日子，写“10-01…10-07 国庆节”；补班写被调成上班的周末。"
      />
      <div className="stack">
        {preview ? <CalendarPreview preview={preview} /> : null}
        <Card id="notice" title="通知内容" pad>
          <form className="fform" method="post">
            <NotDone form={form} labels={labels} />
            <HeadFields form={typed} errors={errors} otherwise={notice} />
            <TextArea
              name="rest"
              label="放假"
              hint="如 01-01 元旦；上一年末的日子写全，如 2026-12-31 元旦"
              required
              rows={9}
              value={typedValue(typed, 'rest', notice.rest)}
              error={errors['rest']}
            />
            <TextArea
              name="work"
              label="补班"
              rows={6}
              value={typedValue(typed, 'work', notice.work)}
              error={errors['work']}
            />
            <div className="row">
              <Button kind={preview ? 'plain' : 'do'}>{preview ? '重新预览' : '预览'}</Button>
              <LinkButton href={paths.calendar(year)}>返回</LinkButton>
            </div>
          </form>
        </Card>
      </div>
    </HouseFrame>
  )
}

/** After a preview the form keeps what was typed, as after a refusal. */
function typedOf(acted: unknown) {
  const typed =
    acted && typeof acted === 'object' && 'typed' in acted ? (acted.typed as Record<string, string[]>) : {}
  return { status: 200, typed, problems: [], reasons: [], conflict: null }
}
