import { redirect, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { shanghaiDay } from '~/domain/deadlines/day'
import { handsOver } from '~/domain/allocation/read-handover.server'
import { readHandlingPeople } from '~/domain/people/handling-people.server'
import { hasRole, partiesOf } from '~/domain/people/viewer'
import { findProposals } from '~/domain/proposal/find-proposals.server'
import { filterQuery, readFilter, type ProposalFilter } from '~/domain/proposal/proposal-filter'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { HouseFrame } from '~/ui/layout/house-frame'
import { EmptyState } from '~/ui/parts/empty-state'
import { PageHead } from '~/ui/parts/page-head'
import { SavedViews } from '~/ui/parts/views'
import { Grid } from '~/ui/table/grid'
import { Pager } from '~/ui/table/pager'
import { isUnitOnly } from '../cohandler/unit-only'
import { ListFilters } from './list-filters'
import { ListRow, listColumns, pickColumn } from './list-row'
import { actsForViewer } from './selection/selection-acts'
import { SelectionBar } from './selection/selection-bar'
import { filterWords, savedViews } from './list-views'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `建议提案 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  const { viewer } = visit
  if (isUnitOnly(viewer)) throw redirect(paths.asked())
  const filter = readFilter(new URL(visit.request.url).searchParams)
  const [{ rows, next, isCommon }, people] = await Promise.all([
    findProposals(viewer, filter, shanghaiDay(visit.now)),
    readHandlingPeople(viewer, { withUnits: filter.unit !== undefined }),
  ])
  const parties = partiesOf(viewer)
  const seesOneDivision = parties.length > 0 && parties.every((party) => party.startsWith('division:'))
  const who = { handles: hasRole(viewer, 'handler'), own: seesOneDivision ? '本处室' : '全部' }
  const query = filterQuery(filter)
  return {
    frame: frameOf(visit),
    filter,
    rows,
    isCommon,
    people,
    said: filterWords(filter, people),
    views: savedViews(filter, who),
    links: {
      whole: paths.proposals(query),
      export: paths.proposalsExport(query),
      next: next ? paths.proposals(filterQuery(filter, next)) : undefined,
    },
    query,
    acts: actsForViewer(viewer),
    handles: who.handles,
    registers: hasRole(viewer, 'registrar'),
    coordinates: hasRole(viewer, 'coordinator'),
    handsOver: handsOver(viewer),
    sees: parties.length > 0,
  }
})

export default function ProposalList() {
  const {
    frame,
    filter,
    rows,
    isCommon,
    people,
    said,
    views,
    links,
    query,
    acts,
    handles,
    registers,
    coordinates,
    handsOver: hands,
    sees,
  } = useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame} here="proposals" query={filter.q}>
      <PageHead
        title="建议提案"
        note={said || undefined}
        actions={
          <>
            {coordinates ? <LinkButton href={paths.moves()}>期限改动</LinkButton> : null}
            {hands ? <LinkButton href={paths.workload()}>承办人</LinkButton> : null}
            {registers || coordinates ? <LinkButton href={paths.delegates()}>代表委员</LinkButton> : null}
            {sees ? <LinkButton href={paths.due()}>到期日历</LinkButton> : null}
            {rows.length > 0 ? <LinkButton href={links.export}>导出表格</LinkButton> : null}
            {registers ? <LinkButton href={paths.fromDocument()}>由原件登记</LinkButton> : null}
            {registers ? <LinkButton href={paths.lists()}>导入清单</LinkButton> : null}
            {registers || coordinates ? <LinkButton href={paths.batches()}>批量办理</LinkButton> : null}
            {registers ? (
              <LinkButton kind="do" href={paths.register()}>
                登记一件
              </LinkButton>
            ) : null}
          </>
        }
      />
      <SavedViews views={views} />
      <div className="stack">
        <ListFilters key={links.whole} filter={filter} handles={handles} people={people} />
        <section className="card" aria-label={said || '建议提案清单'}>
          {rows.length > 0 ? (
            <>
              <form method="get" action={paths.selection()} aria-label="批量办理">
                <SelectionBar acts={acts} shown={rows.map((row) => row.registerNo)} filter={query} />
                <Grid caption="建议提案，按期限排列，急的在前" columns={[pickColumn, ...listColumns]} cards>
                  {rows.map((row) => (
                    <ListRow key={row.id} row={row} picks />
                  ))}
                </Grid>
              </form>
              <Pager
                summary={`按期限，急的在前 · 本页 ${rows.length} 件${isCommon ? `；含“${filter.q}”的有 1000 件以上，可再加条件` : ''}`}
                nextHref={links.next}
              />
            </>
          ) : (
            <Nothing filter={filter} said={said} sees={sees} registers={registers} />
          )}
        </section>
        {filter.after ? (
          <p className="sm">
            <a href={links.whole}>回到第一页</a>
          </p>
        ) : null}
      </div>
    </HouseFrame>
  )
}

type NothingProps = { filter: ProposalFilter; said: string; sees: boolean; registers: boolean }

function Nothing({ filter, said, sees, registers }: NothingProps) {
  return <div className="pad">{nothingWords({ filter, said, sees, registers })}</div>
}

function nothingWords({ filter, said, sees, registers }: NothingProps) {
  if (!sees) return <EmptyState title="没有可看的建议提案">您的岗位不办理建议提案，看不到清单。</EmptyState>
  if (said || filter.after)
    return (
      <EmptyState
        title="没有符合条件的建议提案"
        actions={<LinkButton href={paths.proposals()}>清除筛选</LinkButton>}
      >
        {said ? `筛选条件：${said}。` : null}改一改条件，或清除筛选看全部。
      </EmptyState>
    )
  if (registers)
    return (
      <EmptyState
        title="还没有登记建议提案"
        actions={
          <LinkButton kind="do" href={paths.register()}>
            登记第一件
          </LinkButton>
        }
      >
        收到交办清单后，整份导入或一件一件登记，系统会推算答复期限。
      </EmptyState>
    )
  return <EmptyState title="还没有分到您这里的建议提案">分办到本处室后会出现在这里。</EmptyState>
}
