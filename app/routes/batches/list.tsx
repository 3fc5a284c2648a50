import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readBatches } from '~/domain/batches/read-batches.server'
import { batchStateWords } from '~/domain/batches/states'
import { hasRole } from '~/domain/people/viewer'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { shortInstant } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { HouseFrame } from '~/ui/layout/house-frame'
import { StateDot } from '~/ui/marks/state-dot'
import { EmptyState } from '~/ui/parts/empty-state'
import { PageHead } from '~/ui/parts/page-head'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { batchTones, countWords } from './batch-words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `批量办理 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => ({
  frame: frameOf(visit),
  seesAll: hasRole(visit.viewer, 'coordinator'),
  rows: (await readBatches(visit.viewer)).map((row) => ({ ...row, startedAt: shortInstant(row.startedAt) })),
}))

const columns = [
  { key: 'what', label: '批量办理' },
  { key: 'who', label: '发起' },
  { key: 'state', label: '状态' },
  { key: 'count', label: '进度' },
]

export default function Batches() {
  const { frame, rows, seesAll } = useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title="批量办理"
        note={seesAll ? '本局发起的，最近的在前。' : '您发起的，最近的在前。'}
        crumb={[{ label: '建议提案', href: paths.proposals() }, { label: '批量办理' }]}
      />
      <section className="card" aria-label="批量办理">
        {rows.length === 0 ? (
          <div className="pad">
            <EmptyState
              title="还没有批量办理"
              actions={<LinkButton href={paths.proposals()}>看建议提案</LinkButton>}
            >
              导入清单，或在建议提案清单里选多件一起办，每件的结果会列在这里。
            </EmptyState>
          </div>
        ) : (
          <Grid caption="批量办理" columns={columns} cards>
            {rows.map((row) => (
              <tr key={row.id}>
                <Cell label="批量办理">
                  <a className="t plain" href={paths.batch(row.id)}>
                    {row.title}
                  </a>
                  <small>{row.words}</small>
                </Cell>
                <Cell label="发起">
                  {row.starter}
                  <small>{row.startedAt}</small>
                </Cell>
                <Cell label="状态">
                  <StateDot tone={batchTones[row.state]}>{batchStateWords[row.state]}</StateDot>
                </Cell>
                <Cell label="进度">{countWords(row)}</Cell>
              </tr>
            ))}
          </Grid>
        )}
      </section>
    </HouseFrame>
  )
}
