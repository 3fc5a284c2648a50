import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { noticeName } from '~/domain/calendar/changed-notices'
import { inForceFor } from '~/domain/calendar/read-notices.server'
import { shanghaiDay, yearOf } from '~/domain/deadlines/day'
import { hasRole } from '~/domain/people/viewer'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { Cell } from '~/ui/table/cell'
import { Grid, type Column } from '~/ui/table/grid'
import { YearMonths } from './year-months'
import { monthsOf, specialDays, type SpecialDays } from './year-table'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.year} 年放假安排 · ${data.frame.bureau}` : '放假安排' },
]

export const loader = forUser(async (visit) => {
  const { notices, calendar } = await inForceFor(visit.viewer)
  const asked = new URL(visit.request.url).searchParams
  const today = shanghaiDay(visit.now)
  const year = /^(19|20|21)\d\d$/.test(asked.get('year') ?? '') ? Number(asked.get('year')) : yearOf(today)
  const notice = notices.find((n) => n.year === year)
  return {
    frame: frameOf(visit),
    year,
    named: notice ? noticeName(notice) : null,
    publishedOn: notice?.publishedOn ?? null,
    keeps: hasRole(visit.viewer, 'system_admin'),
    confirms: hasRole(visit.viewer, 'coordinator'),
    isDone: asked.has('done'),
    months: monthsOf(year, today, calendar),
    special: specialDays(year, calendar, notices),
  }
})

export default function Calendar() {
  const { frame, year, named, publishedOn, keeps, confirms, isDone, months, special } =
    useLoaderData<typeof loader>()
  const published = publishedOn ? `，${publishedOn} 发布` : ''
  return (
    <HouseFrame frame={frame}>
      <PageHead
        title={`${year} 年放假安排`}
        note={named ? `${named}${published}` : '这一年的放假通知尚未录入，只按周末休息，期限都是暂定。'}
        actions={
          <>
            <LinkButton href={paths.calendar(year - 1)}>{year - 1} 年</LinkButton>
            <LinkButton href={paths.calendar(year + 1)}>{year + 1} 年</LinkButton>
            {confirms ? <LinkButton href={paths.moves()}>期限改动</LinkButton> : null}
            {keeps ? <LinkButton href={paths.calendarImport()}>导入</LinkButton> : null}
            {keeps ? (
              <LinkButton kind="do" href={paths.notice(year)}>
                {named ? '修改' : '录入'}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <div className="stack">
        {isDone ? (
          <Note tone="green" announce>
            已生效。已有的期限没有改动，要改的请综合处到“期限改动”逐项确认。
          </Note>
        ) : null}
        <Special special={special} year={year} />
        <YearMonths months={months} />
      </div>
    </HouseFrame>
  )
}

const columns: readonly Column[] = [
  { key: 'days', label: '日期' },
  { key: 'kind', label: '安排' },
  { key: 'festival', label: '节日' },
  { key: 'notice', label: '依据' },
]

function Special({ special, year }: { special: readonly SpecialDays[]; year: number }) {
  if (special.length === 0) return null
  return (
    <Card id="special" title="放假和补班">
      <Grid caption={`${year} 年放假和补班的日子及其依据`} columns={columns} cards tight>
        {special.map(({ days, kind, festival, notice }) => (
          <tr key={days}>
            <Cell label="日期">{days}</Cell>
            <Cell label="安排">{kind}</Cell>
            <Cell label="节日">{festival || '–'}</Cell>
            <Cell label="依据">{notice}</Cell>
          </tr>
        ))}
      </Grid>
    </Card>
  )
}
