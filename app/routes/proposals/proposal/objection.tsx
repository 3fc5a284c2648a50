import { useLoaderData } from '@remix-run/react'
import { forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { StateDot } from '~/ui/marks/state-dot'
import { EmptyState } from '~/ui/parts/empty-state'
import { Facts } from '~/ui/parts/facts'
import { objectionStateWords } from '~/ui/words'
import { proposalOf } from '../proposal-of.server'
import { objectionPage } from './objection-page.server'

export const loader = forUser(async (visit) => objectionPage((await proposalOf(visit)).facts))

export default function Objection() {
  const { number, objection, windowEndsOn, basis, mayRaise, maySettle } = useLoaderData<typeof loader>()
  const raise = mayRaise ? (
    <LinkButton href={paths.act(number, 'objection/new')}>{objection ? '再提退办' : '提出退办'}</LinkButton>
  ) : null
  if (!objection)
    return (
      <div className="pad">
        <EmptyState title="没有退办" actions={raise}>
          不属本局职责的，写明理由和建议改由哪个单位办理，请交办机关改办。退办期限 {windowEndsOn}（{basis}）。
        </EmptyState>
      </div>
    )
  return (
    <div className="pad stack">
      <div className="row">
        <h2 className="h15">退办</h2>
        <StateDot tone={objection.state === 'raised' ? 'now' : 'done'}>
          {objectionStateWords[objection.state]}
        </StateDot>
      </div>
      <Facts
        facts={[
          { term: '建议改由', detail: objection.proposedUnit },
          { term: '理由', detail: objection.reason },
          {
            term: '提出',
            detail: `${objection.raisedAt}${objection.isLate ? '，逾期，由分管领导提出' : ''}`,
          },
          { term: '退办期限', detail: `${windowEndsOn}（${basis}）` },
          ...(objection.decisionDocument ? [{ term: '改办依据', detail: objection.decisionDocument }] : []),
          ...(objection.answer ? [{ term: answerTerms[objection.state], detail: objection.answer }] : []),
          ...(objection.settledAt ? [{ term: '了结', detail: objection.settledAt }] : []),
        ]}
      />
      {objection.state === 'raised' ? (
        <p className="hint">交办机关答复以前照常办理，期限照走；只是复函不能印发。</p>
      ) : null}
      <div className="row">
        {maySettle ? <Settlements number={number} /> : null}
        {raise}
      </div>
    </div>
  )
}

const answerTerms = { raised: '答复', upheld: '答复', rejected: '不同意的理由', withdrawn: '撤回理由' }

const Settlements = ({ number }: { number: string }) => (
  <>
    <LinkButton kind="do" href={paths.act(number, 'objection/consent')}>
      同意退办
    </LinkButton>
    <LinkButton href={paths.act(number, 'objection/refusal')}>不同意退办</LinkButton>
    <LinkButton href={paths.act(number, 'objection/retraction')}>撤回退办</LinkButton>
  </>
)
