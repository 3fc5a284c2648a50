import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readWorkload } from '~/domain/allocation/read-handover.server'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { PageHead } from '~/ui/parts/page-head'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `承办人 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => ({
  frame: frameOf(visit),
  rows: await readWorkload(visit.viewer),
}))

const columns = [
  { key: 'name', label: '承办人' },
  { key: 'division', label: '处室' },
  { key: 'open', label: '在手', isNumber: true },
  { key: 'act', label: '操作', hidden: true },
]

export default function Workload() {
  const { frame, rows } = useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title="承办人"
        note="有人调离、退休或休长假，先把在手的件移交给同处室的人，账号才能停用。"
        crumb={[{ label: '建议提案', href: paths.proposals() }, { label: '承办人' }]}
      />
      <Card id="handlers" title="每人在手多少件" note="办理中和已答复未办结">
        {rows.length === 0 ? (
          <div className="pad">
            <EmptyState title="还没有承办人">请安全管理员给处室的人授予“承办人”。</EmptyState>
          </div>
        ) : (
          <Grid caption="承办人和在手件数" columns={columns} cards tight>
            {rows.map((row) => (
              <tr key={`${row.id} ${row.divisionId}`}>
                <Cell label="承办人">
                  {row.name}
                  <small>{row.title}</small>
                </Cell>
                <Cell label="处室">{row.division}</Cell>
                <Cell label="在手" isNumber>
                  {row.open}
                </Cell>
                <Cell label="操作">
                  {row.open > 0 ? (
                    <LinkButton size="sm" href={paths.handover(row.id)}>
                      移交
                    </LinkButton>
                  ) : null}
                </Cell>
              </tr>
            ))}
          </Grid>
        )}
      </Card>
    </HouseFrame>
  )
}
