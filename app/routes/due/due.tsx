import { redirect, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { shanghaiDay } from '~/domain/deadlines/day'
import { rulebookFor } from '~/domain/deadlines/read-rulebook.server'
import { readDueItems } from '~/domain/desk/read-due-items.server'
import { readHandlingPeople } from '~/domain/people/handling-people.server'
import { hasRole, partiesOf } from '~/domain/people/viewer'
import { filterQuery, readFilter } from '~/domain/proposal/proposal-filter'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { PageHead } from '~/ui/parts/page-head'
import { Segments } from '~/ui/parts/views'
import { isUnitOnly } from '../cohandler/unit-only'
import { monthOf, otherMonth, spanOf } from '../desk/month-table'
import { filterWords } from '../proposals/list-views'
import { DueFilters } from './due-filters'
import { dueQuery, dueWeeks, viewOf } from './due-table'
import { MonthGrid } from './month-grid'
import { WeekBoard } from './week-board'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `到期日历 · ${data?.frame.bureau ?? '复函'}` },
]

/** How many of one day are named; the rest is a number that opens the list. */
const most = { month: 3, weeks: 6 } as const

export const loader = forUser(async (visit) => {
  const { viewer } = visit
  if (isUnitOnly(viewer)) throw redirect(paths.asked())
  const asked = new URL(visit.request.url).searchParams
  const today = shanghaiDay(visit.now)
  const month = monthOf(asked.get('month'), today)
  const view = viewOf(asked.get('view'))
  const { division, handler, mine } = readFilter(asked)
  const filter = { division, handler, mine }
  const [{ calendar }, people, due] = await Promise.all([
    rulebookFor(viewer),
    readHandlingPeople(viewer),
    readDueItems(viewer, spanOf(month), filter, { today, most: most[view] }),
  ])
  return {
    frame: frameOf(visit),
    sees: partiesOf(viewer).length > 0,
    handles: hasRole(viewer, 'handler'),
    people,
    filter,
    month,
    view,
    said: filterWords(filter, people),
    count: due.filter(({ day }) => day.startsWith(month)).reduce((sum, { count }) => sum + count, 0),
    weeks: dueWeeks({ month, today, calendar, due, filter }),
    months: { previous: otherMonth(month, -1), next: otherMonth(month, 1) },
  }
})

export default function DueCalendar() {
  const { frame, sees, handles, people, filter, month, view, said, count, weeks, months } =
    useLoaderData<typeof loader>()
  const name = `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`
  const to = (over: { month?: string; view?: 'month' | 'weeks' }) =>
    paths.due(dueQuery({ month, view, ...over }, filter))
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title="到期日历"
        note={[said, '看每天有哪些件到期'].filter(Boolean).join('，')}
        crumb={[{ href: paths.proposals(), label: '建议提案' }, { label: '到期日历' }]}
        actions={
          sees ? (
            <LinkButton href={paths.proposals(filterQuery({ ...filter, due: 'within14' }))}>
              14 天内将超期
            </LinkButton>
          ) : null
        }
      />
      {sees ? (
        <div className="stack">
          <DueFilters
            key={to({})}
            filter={filter}
            month={month}
            view={view}
            handles={handles}
            people={people}
          />
          <Card
            id="due"
            title={name}
            note={`本月到期 ${count} 件`}
            tools={
              <>
                <Segments
                  label="月份"
                  views={[
                    { href: to({ month: months.previous }), label: '上月' },
                    { href: to({ month: months.next }), label: '下月' },
                  ]}
                />
                <Segments
                  label="怎么看"
                  views={[
                    { href: to({ view: 'month' }), label: '按月', here: view === 'month' },
                    { href: to({ view: 'weeks' }), label: '按周', here: view === 'weeks' },
                  ]}
                />
              </>
            }
          >
            {weeks.flat().every((cell) => cell.count === 0) ? (
              <p className="pad mute sm only-narrow">这个月没有到期的。</p>
            ) : null}
            {view === 'month' ? <MonthGrid name={name} weeks={weeks} /> : <WeekBoard weeks={weeks} />}
          </Card>
        </div>
      ) : (
        <section className="card pad">
          <EmptyState title="没有可看的建议提案">您的岗位不办理建议提案，没有到期日历。</EmptyState>
        </section>
      )}
    </HouseFrame>
  )
}
