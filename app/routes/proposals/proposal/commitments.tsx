import { useLoaderData } from '@remix-run/react'
import { isAllowed } from '~/domain/proposal/refusal'
import { forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { EmptyState } from '~/ui/parts/empty-state'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { commitmentStateWords } from '~/ui/words'
import { proposalOf } from '../proposal-of.server'

export const loader = forUser(async (visit) => {
  const { facts, promises, divisions } = await proposalOf(visit)
  const rows = promises.map((c) => ({
    id: c.id,
    n: c.n,
    sentence: c.sentence,
    measure: c.measure,
    dueOn: c.dueOn,
    state: c.state,
    division: divisions.find((d) => d.id === c.divisionId)?.name ?? '',
  }))
  return {
    number: facts.proposal.registerNo,
    rows,
    isReviewed: facts.areCommitmentsReviewed,
    mayAdd: isAllowed('record_commitment', facts),
    mayConfirm: isAllowed('confirm_commitments', facts),
  }
})

export default function Commitments() {
  const { number, rows, isReviewed, mayAdd, mayConfirm } = useLoaderData<typeof loader>()
  const buttons = (
    <>
      {mayAdd ? <LinkButton href={paths.act(number, 'commitments/new')}>登记承诺</LinkButton> : null}
      {mayConfirm ? (
        <LinkButton kind="do" href={paths.act(number, 'commitments/confirmation')}>
          {rows.length > 0 ? '确认承诺' : '确认没有承诺'}
        </LinkButton>
      ) : null}
    </>
  )
  if (rows.length === 0)
    return (
      <div className="pad">
        <EmptyState
          title={isReviewed ? '处室负责人已确认：没有承诺事项' : '没有登记承诺事项'}
          actions={buttons}
        >
          复函里答应代表委员要做的事，写明完成时间和怎么算完成。
        </EmptyState>
      </div>
    )
  return (
    <>
      <div className="pad row">
        {isReviewed ? <span className="mute">处室负责人已确认</span> : null}
        {buttons}
      </div>
      <Grid
        caption="承诺事项"
        cards
        columns={[
          { key: 'n', label: '承诺' },
          { key: 'what', label: '内容' },
          { key: 'who', label: '责任处室' },
          { key: 'due', label: '完成时间' },
          { key: 'state', label: '状态' },
        ]}
      >
        {rows.map((c) => (
          <tr key={c.id}>
            <Cell label="承诺">{c.n}</Cell>
            <Cell label="内容">
              {c.sentence}
              <small>完成标志：{c.measure}</small>
            </Cell>
            <Cell label="责任处室">{c.division}</Cell>
            <Cell label="完成时间" nowrap>
              {c.dueOn}
            </Cell>
            <Cell label="状态" nowrap>
              {commitmentStateWords[c.state]}
            </Cell>
          </tr>
        ))}
      </Grid>
    </>
  )
}
