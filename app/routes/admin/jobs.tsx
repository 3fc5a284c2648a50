import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readBacklog, readJobRuns } from '~/domain/notices/job-runs.server'
import { NotFound } from '~/domain/refusals'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { jobNames, schedule } from '~/jobs/schedule'
import { shortInstant } from '~/ui/dates'
import { HouseFrame } from '~/ui/layout/house-frame'
import { StateDot } from '~/ui/marks/state-dot'
import { Tag } from '~/ui/marks/tag'
import { Card } from '~/ui/parts/card'
import { PageHead } from '~/ui/parts/page-head'
import { Facts } from '~/ui/parts/facts'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `后台任务 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(
  async (visit) => {
    const { bureauId } = visit.viewer
    if (!bureauId) throw new NotFound('bureau')
    const [runs, backlog] = await Promise.all([readJobRuns(), readBacklog(bureauId)])
    return {
      frame: frameOf(visit),
      backlog: { ...backlog, oldest: backlog.oldest ? shortInstant(backlog.oldest) : null },
      rows: jobNames.map((name) => {
        const run = runs.find((r) => r.job === name)
        const at = (instant: Date | null | undefined) => (instant ? shortInstant(instant) : '—')
        const failed = run?.failedAt ?? null
        const isFailing = failed !== null && (!run?.succeededAt || failed > run.succeededAt)
        return {
          name,
          ...schedule[name],
          startedAt: at(run?.startedAt),
          succeededAt: at(run?.succeededAt),
          failure: isFailing ? `${at(failed)} 出错（${run?.lastError ?? ''}）` : null,
        }
      }),
    }
  },
  { roles: ['system_admin'] },
)

export default function Jobs() {
  const { frame, rows, backlog } = useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame} here="jobs">
      <PageHead
        title="后台任务"
        note="每项任务上次什么时候开始、什么时候办成，还积压多少。时间为系统实际时间。"
      />
      <div className="stack">
        <Card id="jobs" title="任务">
          <Grid
            caption="后台任务"
            cards
            columns={[
              { key: 'what', label: '任务' },
              { key: 'when', label: '时间' },
              { key: 'last', label: '上次开始' },
              { key: 'ok', label: '上次办成' },
              { key: 'state', label: '状态' },
            ]}
          >
            {rows.map((row) => (
              <tr key={row.name}>
                <Cell label="任务">
                  <b className="t">{row.words}</b>
                  <small>{row.name}</small>
                </Cell>
                <Cell label="时间">{row.when}</Cell>
                <Cell label="上次开始" nowrap>
                  {row.startedAt}
                </Cell>
                <Cell label="上次办成" nowrap>
                  {row.succeededAt}
                </Cell>
                <Cell label="状态">
                  {row.failure ? <Tag tone="red">{row.failure}</Tag> : <StateDot tone="done">正常</StateDot>}
                </Cell>
              </tr>
            ))}
          </Grid>
        </Card>
        <Card id="backlog" title="积压" pad>
          <Facts
            facts={[
              { term: '待送出的通知', detail: `${backlog.outbox} 条` },
              { term: '待发的邮件、短信', detail: `${backlog.messages} 条` },
              { term: '对方邮箱拒收', detail: `${backlog.refused} 条` },
              { term: '最早的', detail: backlog.oldest ?? '没有积压' },
            ]}
          />
        </Card>
      </div>
    </HouseFrame>
  )
}
