import { useLoaderData } from '@remix-run/react'
import { incomingOf } from '~/domain/between-bureaus/read-incoming.server'
import { readCoHandling } from '~/domain/co-handling/read-co-handling.server'
import { forUser } from '~/http/for-user.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { shortDay } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { EmptyState } from '~/ui/parts/empty-state'
import { Grid } from '~/ui/table/grid'
import { WhomWeAssist } from './whom-we-assist'
import { requestStateWords } from '~/ui/words'
import { Additions } from './additions'
import { coHandlingPage } from './co-handling-page.server'
import { RequestRow } from './request-row'
import { proposalOf } from '../proposal-of.server'

export const loader = forUser(async (visit) => {
  const read = await proposalOf(visit)
  const { handlingRole, id } = read.facts.proposal
  const beside = await readCoHandling(visit.viewer, id)
  const asking = handlingRole === 'assist' ? await incomingOf(visit.viewer, id) : []
  return {
    ...coHandlingPage(read, visit, beside),
    assists: handlingRole === 'assist',
    asking: asking.map(({ row, from }) => ({
      id: row.id,
      from,
      question: row.question,
      dueOn: row.dueOn,
      contact: [row.contactName, row.contactPhone].filter(Boolean).join(' '),
      state: row.state,
      reason: row.reason,
    })),
    key: newKey(),
  }
})

type Summary = Pick<ReturnType<typeof coHandlingPage>, 'summary'>['summary']

/** 3/5 已了结 · 进度最慢的退回补充 · 最早 03-27 到期 */
function summaryWords({ settled, asked, worst, owedBy }: Summary): string {
  const parts = [`${settled}/${asked} 已了结`]
  if (worst && settled < asked) parts.push(`进度最慢的${requestStateWords[worst]}`)
  if (owedBy) parts.push(`最早 ${shortDay(owedBy)} 到期`)
  return parts.join(' · ')
}

export default function CoHandling() {
  const { number, rows, summary, mayAsk, mayAdd, additions, key, assists, asking } =
    useLoaderData<typeof loader>()
  if (assists) return <WhomWeAssist asking={asking} />
  const add = mayAsk ? (
    <LinkButton kind={rows.length === 0 ? 'do' : 'plain'} href={paths.act(number, 'requests/new')}>
      {rows.length === 0 ? '请会办' : '增加会办'}
    </LinkButton>
  ) : null
  const added = <Additions number={number} additions={additions} mayAdd={mayAdd} />
  if (rows.length === 0)
    return (
      <>
        <div className="pad">
          <EmptyState title="没有会办" actions={add}>
            涉及其他单位职责的诉求，请有关单位或处室提出会办意见。
          </EmptyState>
        </div>
        {added}
      </>
    )
  return (
    <>
      <div className="card-h">
        <h2>会办 {rows.length} 家</h2>
        <span className="sm mute">{summaryWords(summary)}</span>
        <span className="end row">{add}</span>
      </div>
      <Grid
        caption="会办单位和意见"
        className="co"
        cards
        columns={[
          { key: 'who', label: '单位' },
          { key: 'due', label: '期限' },
          { key: 'state', label: '状态' },
          { key: 'opinion', label: '意见' },
          { key: 'act', label: '操作', hidden: true },
        ]}
      >
        {rows.map((row) => (
          <RequestRow key={row.id} number={number} row={row} formKey={`${key}-${row.id}`} />
        ))}
      </Grid>
      {added}
    </>
  )
}
