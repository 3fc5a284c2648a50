import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mustKeepCalendar, putInForce } from '~/domain/calendar/put-in-force.server'
import { readImport } from '~/domain/calendar/read-import'
import { Invalid } from '~/domain/refusals'
import { hiddenFields } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { Button, LinkButton } from '~/ui/forms/button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../proposals/acts/act-form'
import { NotDone } from './not-done'

export const meta: MetaFunction = () => [{ title: '放假安排生效' }]

export const loader = forUser((visit) => Promise.resolve({ frame: frameOf(visit) }))

const fields = z.object({
  key: hiddenFields.key,
  basedOn: z.coerce.number('表单不完整，请重新预览。').int('表单不完整，请重新预览。'),
  notices: z.string('表单不完整，请重新预览。').max(200_000, '内容太长。'),
})

/** The form of a preview. What it carries is checked as if it had never been seen. */
export const action = actionForUser(async (visit) => {
  mustKeepCalendar(visit.viewer)
  const { value, command } = await readWrite(visit, fields)
  const blank = { year: 0, title: '', number: '', publishedOn: null }
  const read = readImport(value.notices, blank)
  if (!read.ok) throw new Invalid(read.problems)
  await putInForce(command, { basedOn: value.basedOn, notices: read.notices })
  return redirect(`${paths.calendar(read.notices[0]?.year)}&done=1`, 303)
})

/** Seen only when the confirmation was not accepted. */
export default function CalendarInForce() {
  const { frame } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const notices = typedValue(form, 'notices')
  return (
    <HouseFrame frame={frame}>
      <PageHead title="放假安排生效" note="生效要从预览页确认。" />
      <Card id="not-done" title={form ? '没有生效' : '还没有预览'} pad>
        <NotDone form={form} labels={{}} />
        <form className="row" method="post" action={paths.calendarImport()}>
          {notices ? (
            <>
              <HiddenFields values={{ text: notices, year: 2000 }} />
              <Button kind="do">重新预览</Button>
            </>
          ) : null}
          <LinkButton href={paths.calendar()}>看放假安排</LinkButton>
        </form>
      </Card>
    </HouseFrame>
  )
}
