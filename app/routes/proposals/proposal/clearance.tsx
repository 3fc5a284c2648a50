import { useLoaderData } from '@remix-run/react'
import { forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { instantWords, shortInstant } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { EmptyState } from '~/ui/parts/empty-state'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { replyStateWords, stepStateWords } from '~/ui/words'
import { clearancePage } from './clearance-page.server'
import { proposalOf } from '../proposal-of.server'

export const loader = forUser(async (visit) => clearancePage(await proposalOf(visit), visit.now))

export default function Clearance() {
  const page = useLoaderData<typeof loader>()
  if (!page.mayRead)
    return (
      <div className="pad">
        <EmptyState title="审签过程只有承办单位的人能看" />
      </div>
    )
  if (!page.reply)
    return (
      <div className="pad">
        <EmptyState title="还没有拟稿">承办人拟好复函并送审以后，这里显示谁在审、审了多久。</EmptyState>
      </div>
    )
  return (
    <div className="pad stack">
      <div className="row">
        <b>
          第 {page.reply.revisionN} 稿 · {replyStateWords[page.reply.state]}
        </b>
        <LinkButton size="sm" href={paths.draft(page.number)}>
          看稿
        </LinkButton>
        {page.reply.state === 'drafting' ? null : (
          <LinkButton size="sm" href={paths.approval(page.number)}>
            审签页
          </LinkButton>
        )}
      </div>
      <Steps steps={page.steps} />
      <Remarks remarks={page.remarks} />
      <Revisions revisions={page.revisions} />
    </div>
  )
}

type Page = ReturnType<typeof clearancePage>

function Steps({ steps }: { steps: Page['steps'] }) {
  if (steps.length === 0) return <p className="mute">还没有送审。</p>
  return (
    <Grid
      caption="审核步骤"
      cards
      columns={[
        { key: 'cycle', label: '送审' },
        { key: 'step', label: '步骤' },
        { key: 'who', label: '由谁' },
        { key: 'state', label: '结果' },
        { key: 'when', label: '时间' },
      ]}
    >
      {steps.map((s) => (
        <tr key={s.id}>
          <Cell label="送审">第 {s.cycle} 次</Cell>
          <Cell label="步骤">{s.label}</Cell>
          <Cell label="由谁">{s.who}</Cell>
          <Cell label="结果">
            {stepStateWords[s.state]}
            {s.note ? <small>{s.note}</small> : null}
          </Cell>
          <Cell label="时间" nowrap>
            {s.at ? instantWords(new Date(s.at)) : ''}
            {s.took ? <small>{s.took}</small> : null}
          </Cell>
        </tr>
      ))}
    </Grid>
  )
}

function Remarks({ remarks }: { remarks: Page['remarks'] }) {
  if (remarks.length === 0) return null
  return (
    <section>
      <h2 className="h15">审核意见</h2>
      <ul className="stack">
        {remarks.map((r) => (
          <li key={r.id} className="note note-amber">
            <b>{r.who}</b>（第 {r.revisionN} 稿，{shortInstant(new Date(r.madeAt))}）：{r.text}
            {r.quote ? <small className="mute"> 原文“{r.quote}”</small> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Revisions({ revisions }: { revisions: Page['revisions'] }) {
  return (
    <section>
      <h2 className="h15">各稿</h2>
      <ul>
        {revisions.map((r) => (
          <li key={r.n} className="sm">
            第 {r.n} 稿 · {r.author} · {instantWords(new Date(r.savedAt))} · 校验码 {r.hash.slice(0, 8)}
          </li>
        ))}
      </ul>
    </section>
  )
}
