import { redirect, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countWaiting } from '~/domain/between-bureaus/read-incoming.server'
import { shanghaiDay } from '~/domain/deadlines/day'
import { rulebookFor } from '~/domain/deadlines/read-rulebook.server'
import { readAwaited } from '~/domain/desk/read-awaited.server'
import { readDesk } from '~/domain/desk/read-desk.server'
import { divisionsOf } from '~/domain/desk/read-queue.server'
import { readPool } from '~/domain/desk/read-pool.server'
import { readDueDays } from '~/domain/desk/read-due-days.server'
import { hasRole, partiesOf } from '~/domain/people/viewer'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { PageHead } from '~/ui/parts/page-head'
import { Segments } from '~/ui/parts/views'
import { WorkTable } from '~/ui/table/work-table'
import { isUnitOnly } from '../cohandler/unit-only'
import { AdministratorNote } from './administrator-note'
import { AwaitedCard } from './awaited-card'
import { dayLine } from './day-line'
import {
  awaitedLine,
  countTasks,
  deskFilter,
  poolLine,
  shownTasks,
  taskLine,
  type DeskFilter,
  type TaskLine,
} from './desk-lines'
import { MonthCard } from './month-card'
import { PoolCard } from './pool-card'
import { monthOf, otherMonth, spanOf, weeksOf } from './month-table'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `我的待办 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  const { viewer } = visit
  if (isUnitOnly(viewer)) throw redirect(paths.asked())
  const asked = new URL(visit.request.url).searchParams
  const today = shanghaiDay(visit.now)
  const month = monthOf(asked.get('month'), today)
  const mine = hasRole(viewer, 'handler') && !hasRole(viewer, 'division_head')
  const [{ calendar }, tasks, awaited, due, pool] = await Promise.all([
    rulebookFor(viewer),
    readDesk(viewer, today),
    readAwaited(viewer, today),
    readDueDays(viewer, spanOf(month), mine),
    readPool(viewer, today),
  ])
  const only = deskFilter(asked.get('only'))
  return {
    frame: frameOf(visit),
    sees: partiesOf(viewer).length > 0,
    handles: hasRole(viewer, 'handler'),
    registers: hasRole(viewer, 'registrar'),
    incoming: hasRole(viewer, 'registrar') ? await countWaiting(viewer) : 0,
    line: dayLine(today, calendar),
    only,
    counts: countTasks(tasks),
    rows: shownTasks(tasks, only).map(taskLine),
    awaited: awaited.map(awaitedLine),
    pool: pool.map(poolLine),
    inDivision: divisionsOf(viewer).length > 0,
    month: {
      month,
      mine,
      weeks: weeksOf({ month, today, calendar, due }),
      previous: otherMonth(month, -1),
      next: otherMonth(month, 1),
    },
  }
})

export default function Desk() {
  const {
    frame,
    sees,
    handles,
    registers,
    incoming,
    line,
    only,
    counts,
    rows,
    awaited,
    pool,
    inDivision,
    month,
  } = useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame} here="desk" counts={{ desk: counts.all }}>
      <PageHead
        title="我的待办"
        note={line}
        actions={sees ? <HeadActions registers={registers} incoming={incoming} /> : null}
      />
      {sees ? (
        <div className="cols cols-rail desk">
          <div className="stack stack-l">
            <Card
              id="work"
              title="等我办的"
              note={counts.all > 0 ? `${counts.all} 项，快到期的在前，重点件优先` : undefined}
              tools={counts.all > 0 ? <Filter only={only} counts={counts} /> : undefined}
            >
              {rows.length > 0 ? <Work rows={rows} /> : <NothingWaits filtered={counts.all > 0} />}
            </Card>
          </div>
          <aside className="stack" aria-label="日历与等候">
            <MonthCard {...month} />
            {handles ? <AwaitedCard lines={awaited} /> : null}
            {inDivision ? <PoolCard lines={pool} /> : null}
          </aside>
        </div>
      ) : (
        <AdministratorNote roles={frame.roles} />
      )}
    </HouseFrame>
  )
}

function HeadActions({ registers, incoming }: { registers: boolean; incoming: number }) {
  return (
    <>
      {incoming > 0 ? <LinkButton href={paths.incoming()}>会办来件待登记 {incoming} 件</LinkButton> : null}
      <LinkButton href={paths.proposals()}>全部建议提案</LinkButton>
      {registers ? (
        <LinkButton kind="do" href={paths.register()}>
          登记一件
        </LinkButton>
      ) : null}
    </>
  )
}

function Filter({ only, counts }: { only: DeskFilter; counts: { all: number; late: number; soon: number } }) {
  const views = [
    { href: paths.desk(), label: '全部', count: counts.all, here: only === null },
    { href: `${paths.desk()}?only=late`, label: '逾期', count: counts.late, here: only === 'late' },
    { href: `${paths.desk()}?only=soon`, label: '临期', count: counts.soon, here: only === 'soon' },
  ]
  return <Segments label="筛选" views={views} />
}

function Work({ rows }: { rows: readonly TaskLine[] }) {
  return (
    <WorkTable
      caption="等我办的事项：快到期的在前，已超期的在后，重点件优先"
      rows={rows.map(({ action, actionHref, isUrgent, ...row }) => ({
        ...row,
        actions: (
          <LinkButton size="sm" kind={isUrgent ? 'do' : 'plain'} href={actionHref}>
            {action}
          </LinkButton>
        ),
      }))}
    />
  )
}

function NothingWaits({ filtered }: { filtered: boolean }) {
  if (filtered)
    return (
      <div className="pad">
        <EmptyState title="这一类没有" actions={<LinkButton href={paths.desk()}>看全部待办</LinkButton>} />
      </div>
    )
  return (
    <div className="pad">
      <EmptyState
        title="现在没有等您办的事"
        actions={<LinkButton href={paths.proposals()}>看建议提案</LinkButton>}
      >
        轮到您时会出现在这里，急的排在前面。
      </EmptyState>
    </div>
  )
}
