import { useLoaderData } from '@remix-run/react'
import { isAllowed } from '~/domain/proposal/refusal'
import { forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { Tag } from '~/ui/marks/tag'
import { EmptyState } from '~/ui/parts/empty-state'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { ratingWords } from '~/domain/proposal/words'
import { ratingTones, receiptStateWords } from '~/ui/words'
import { proposalOf } from '../proposal-of.server'

export const loader = forUser(async (visit) => {
  const { facts, sponsors } = await proposalOf(visit)
  const rows = facts.receipts.map((r) => ({
    id: r.id,
    name: sponsors.find((s) => s.delegateId === r.delegateId)?.name ?? '',
    round: r.round,
    state: r.state,
    dueOn: r.dueOn,
    attitude: r.attitude,
    result: r.result,
    reason: r.reason,
  }))
  return { number: facts.proposal.registerNo, rows, mayLink: isAllowed('make_receipt_link', facts) }
})

export default function Receipts() {
  const { number, rows, mayLink } = useLoaderData<typeof loader>()
  if (rows.length === 0)
    return (
      <div className="pad">
        <EmptyState title="还没有回执">复函印发以后，凭每位代表委员自己的链接或二维码填写回执。</EmptyState>
      </div>
    )
  return (
    <Grid
      caption="回执"
      cards
      columns={[
        { key: 'who', label: '代表委员' },
        { key: 'state', label: '状态' },
        { key: 'rate', label: '办理态度、结果' },
        { key: 'reason', label: '意见' },
        { key: 'act', label: '操作', hidden: true },
      ]}
    >
      {rows.map((r) => (
        <tr key={r.id}>
          <Cell label="代表委员">
            {r.name}
            {r.round > 1 ? <small>第 {r.round} 轮</small> : null}
          </Cell>
          <Cell label="状态" nowrap>
            {receiptStateWords[r.state]}
            <small>{r.dueOn} 前</small>
          </Cell>
          <Cell label="办理态度、结果">
            {r.attitude && r.result ? (
              <>
                <Tag tone={ratingTones[r.attitude]}>态度 {ratingWords[r.attitude]}</Tag>{' '}
                <Tag tone={ratingTones[r.result]}>结果 {ratingWords[r.result]}</Tag>
              </>
            ) : null}
          </Cell>
          <Cell label="意见">{r.reason}</Cell>
          <td className="act">
            {mayLink && r.state === 'awaiting' ? (
              <LinkButton size="sm" href={paths.receiptLink(number, r.id)}>
                生成回执链接
              </LinkButton>
            ) : null}
          </td>
        </tr>
      ))}
    </Grid>
  )
}
