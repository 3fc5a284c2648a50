import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { delegateTrackWords, kindOfDelegate, whereFrom } from '~/domain/delegates/delegate-words'
import { findDelegates, readTerms } from '~/domain/delegates/read-delegates.server'
import { isDutyOf } from '~/domain/people/administrators'
import { tracks } from '~/domain/proposal/words-of-the-trade'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { Select } from '~/ui/forms/select'
import { TextField } from '~/ui/forms/text-field'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { Pager } from '~/ui/table/pager'
import { delegateFilterIn, delegateQuery, placeIn } from './filter'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `代表委员名册 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  const asked = new URL(visit.request.url).searchParams
  const filter = delegateFilterIn(asked)
  const [{ rows, next }, terms] = await Promise.all([
    findDelegates(visit.viewer, filter, placeIn(asked)),
    readTerms(visit.viewer),
  ])
  return {
    frame: frameOf(visit),
    filter,
    terms,
    rows: rows.map((r) => ({
      id: r.id, name: r.name, term: r.term, kind: kindOfDelegate(r), from: whereFrom(r),
    })),
    next: next ? paths.delegates(delegateQuery(filter, next)) : undefined,
    carried: asked.get('carried'),
    keeps: isDutyOf(visit.viewer, 'delegates'),
  } // prettier-ignore
})

const columns = [
  { key: 'name', label: '姓名或名称' },
  { key: 'kind', label: '身份' },
  { key: 'term', label: '届次' },
  { key: 'from', label: '代表团、界别、单位' },
]

export default function Delegates() {
  const { frame, filter, terms, rows, next, carried, keeps } = useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title="代表委员名册"
        note="一届一条记录，换届另立，任期结束也不删除；在办的件仍答复原提出人。"
        crumb={[{ label: '建议提案', href: paths.proposals() }, { label: '代表委员名册' }]}
        actions={
          keeps ? (
            <>
              <LinkButton href={paths.importDelegates()}>导入名单</LinkButton>
              <LinkButton href={paths.nextTerm(delegateQuery({ ...filter, q: '' }))}>换届</LinkButton>
              <LinkButton kind="do" href={paths.newDelegate()}>
                登记代表委员
              </LinkButton>
            </>
          ) : undefined
        }
      />
      <div className="stack">
        {carried ? (
          <Note tone="green" announce>
            {/^\d{1,4}$/.test(carried) ? `已为 ${carried} 位立了新一届的记录。` : '已保存。'}
          </Note>
        ) : null}
        <form className="card" method="get" aria-label="查找代表委员">
          <fieldset className="filters">
            <legend className="vh">查找</legend>
            <TextField name="q" label="姓名、全拼或首字母" type="search" value={filter.q} maxLength={60} />
            <Select
              name="track"
              label="种类"
              empty="人大和政协"
              options={tracks.map((t) => ({ value: t, label: delegateTrackWords[t] }))}
              value={filter.track ?? ''}
            />
            <Select
              name="kind"
              label="个人或集体"
              empty="全部"
              options={[
                { value: 'person', label: '个人' },
                { value: 'organisation', label: '集体' },
              ]}
              value={filter.kind ?? ''}
            />
            <Select
              name="term"
              label="届次"
              empty="全部届次"
              options={terms.map((t) => ({ value: String(t), label: `第 ${t} 届` }))}
              value={filter.term === null ? '' : String(filter.term)}
            />
            <div className="field go">
              <Button kind="do">查找</Button>
              <LinkButton kind="text" href={paths.delegates()}>
                清除
              </LinkButton>
            </div>
          </fieldset>
        </form>
        <Card id="delegates" title="名册" note="按拼音排列">
          {rows.length === 0 ? (
            <div className="pad">
              <EmptyState title="没有找到">
                换个写法再找，如姓名、全拼或首字母；登记建议提案时填写的提出人会自动列入名册。
              </EmptyState>
            </div>
          ) : (
            <Grid caption="代表委员" columns={columns} cards tight>
              {rows.map((row) => (
                <tr key={row.id}>
                  <Cell label="姓名或名称">
                    <a href={paths.delegate(row.id)}>{row.name}</a>
                  </Cell>
                  <Cell label="身份">{row.kind}</Cell>
                  <Cell label="届次" nowrap>{`第 ${row.term} 届`}</Cell>
                  <Cell label="代表团、界别、单位">{row.from || '–'}</Cell>
                </tr>
              ))}
            </Grid>
          )}
          <Pager summary={`本页 ${rows.length} 条`} nextHref={next} />
        </Card>
      </div>
    </HouseFrame>
  )
}
