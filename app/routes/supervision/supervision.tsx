import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { chineseDate, shanghaiDay } from '~/domain/deadlines/day'
import { readHandlingPeople } from '~/domain/people/handling-people.server'
import { hasRole } from '~/domain/people/viewer'
import { countOwed, countProposals } from '~/domain/proposal/count-proposals.server'
import { findProposals } from '~/domain/proposal/find-proposals.server'
import { filterQuery, readFilter } from '~/domain/proposal/proposal-filter'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { PageHead } from '~/ui/parts/page-head'
import { Grid } from '~/ui/table/grid'
import { Pager } from '~/ui/table/pager'
import { filterWords } from '../proposals/list-views'
import { OwedFigures, StateFigures } from './figure-cards'
import { owedFigures, stateFigures } from './supervision-figures'
import { SupervisionFilters } from './supervision-filters'
import { SupervisionRow, supervisionColumns } from './supervision-row'
import { supervisors } from './supervisors'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `督办 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  const { viewer } = visit
  const today = shanghaiDay(visit.now)
  const filter = readFilter(new URL(visit.request.url).searchParams)
  // The figures say how the chosen scope divides by state and term, so these two do not narrow them.
  const { state: _state, due: _due, after: _after, on: _on, ...scope } = filter
  const [{ rows, next }, counts, owed, people] = await Promise.all([
    findProposals(viewer, filter, today),
    countProposals(viewer, scope, today),
    countOwed(viewer, scope, today),
    readHandlingPeople(viewer, { withUnits: true }),
  ])
  return {
    frame: frameOf(visit),
    asOf: chineseDate(today),
    filter,
    people,
    rows,
    said: filterWords(filter, people),
    figures: stateFigures(counts, scope),
    owed: owedFigures(owed, scope, counts.isCapped),
    urges: hasRole(viewer, 'coordinator'),
    links: {
      whole: paths.supervision(filterQuery(filter)),
      export: paths.supervisionExport(filterQuery(filter)),
      next: next ? `${paths.supervision(filterQuery(filter, next))}#list` : undefined,
    },
  }
}, supervisors)

export default function Supervision() {
  const { frame, asOf, filter, people, rows, said, figures, owed, urges, links } =
    useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame} here="supervision">
      <PageHead
        title="督办"
        note={[`截至 ${asOf}`, said].filter(Boolean).join('，')}
        actions={rows.length > 0 ? <LinkButton href={links.export}>导出表格</LinkButton> : null}
      />
      <div className="stack">
        <div className="cols cols-rail">
          <StateFigures rows={figures} />
          <OwedFigures lines={owed} />
        </div>
        <SupervisionFilters key={links.whole} filter={filter} people={people} />
        <Card id="list" title={said || '全部件'} note="最急的在前，逾期久的排最前">
          {rows.length > 0 ? (
            <>
              <Grid caption="督办清单，最急的在前" columns={supervisionColumns} cards>
                {rows.map((row) => (
                  <SupervisionRow key={row.id} row={row} urges={urges} />
                ))}
              </Grid>
              <Pager summary={`按期限，最急的在前 · 本页 ${rows.length} 件`} nextHref={links.next} />
            </>
          ) : (
            <div className="pad">
              <EmptyState
                title="没有符合条件的件"
                actions={<LinkButton href={paths.supervision()}>清除筛选</LinkButton>}
              />
            </div>
          )}
        </Card>
        {filter.after ? (
          <p className="sm">
            <a href={links.whole}>回到第一页</a>
          </p>
        ) : null}
      </div>
    </HouseFrame>
  )
}
