import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { shanghaiDay } from '~/domain/deadlines/day'
import { readDesk } from '~/domain/desk/read-desk.server'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { shortDay } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Due } from '~/ui/marks/due'
import { EmptyState } from '~/ui/parts/empty-state'
import { PageHead } from '~/ui/parts/page-head'
import { numberWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `审签 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  const tasks = await readDesk(visit.viewer, shanghaiDay(visit.now))
  const mine = tasks.filter((t) => t.kind === 'review' || t.kind === 'sign')
  return {
    frame: frameOf(visit),
    rows: mine.map(({ kind, row, clock }) => ({
      kind,
      number: row.registerNo,
      name: numberWords(row.officialNo, row.track),
      subject: row.subject,
      handler: row.handler,
      clock,
    })),
  }
})

export default function Approvals() {
  const { frame, rows } = useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame} here="approvals">
      <PageHead title="待我审签" note={`${rows.length} 件，急的在前`} />
      {rows.length === 0 ? (
        <div className="card pad">
          <EmptyState title="没有等您审签的">轮到您审核或签发时，会出现在这里和我的待办里。</EmptyState>
        </div>
      ) : (
        <ul className="stack">
          {rows.map((row) => (
            <li key={`${row.number} ${row.kind}`} className="card pad approval-card">
              <p className="row">
                {row.clock ? (
                  <Due tone={row.clock.left.kind} provisional={row.clock.isProvisional}>
                    {row.clock.left.words}
                  </Due>
                ) : null}
                {row.clock ? (
                  <span className="sm dim">
                    {shortDay(row.clock.dueOn)} {row.clock.name}
                  </span>
                ) : null}
              </p>
              <h2>{row.subject}</h2>
              <p className="dim">
                {row.name} · {row.handler}承办
              </p>
              <LinkButton kind="do" size="l" wide href={paths.approval(row.number)}>
                {row.kind === 'sign' ? '签发' : '审核'}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </HouseFrame>
  )
}
