import { useLoaderData } from '@remix-run/react'
import { reasonsAgainst } from '~/domain/proposal/refusal'
import { forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { instantWords } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { EmptyState } from '~/ui/parts/empty-state'
import { Facts } from '~/ui/parts/facts'
import { publicationModeWords } from '~/domain/proposal/words'
import { proposalOf } from '../proposal-of.server'

export const loader = forUser(async (visit) => {
  const { facts, people, events } = await proposalOf(visit)
  const p = facts.publication
  // The log says who decided and when, to those who may read it.
  const lastOf = (kind: string) => {
    const found = p ? events.find((e) => e.kind === kind) : undefined
    return found ? `${found.who} ${instantWords(found.at)}` : ''
  }
  return {
    number: facts.proposal.registerNo,
    publication: p
      ? {
          state: p.state,
          mode: p.mode,
          ground: p.ground,
          proposedBy: lastOf('propose_publication') || people.find((u) => u.id === p.proposedBy)?.name,
          reviewedBy: p.state === 'reviewed' ? lastOf('review_publication') : '',
        }
      : null,
    mayPropose: reasonsAgainst('propose_publication', facts).length === 0,
    mayReview: reasonsAgainst('review_publication', facts).length === 0,
  }
})

export default function Publication() {
  const { number, publication, mayPropose, mayReview } = useLoaderData<typeof loader>()
  const buttons = (
    <>
      {mayPropose ? (
        <LinkButton kind={publication ? 'plain' : 'do'} href={paths.act(number, 'publication/proposal')}>
          {publication ? '改公开意见' : '拟公开意见'}
        </LinkButton>
      ) : null}
      {mayReview ? (
        <LinkButton kind="do" href={paths.act(number, 'publication/review')}>
          审定公开意见
        </LinkButton>
      ) : null}
    </>
  )
  if (!publication)
    return (
      <div className="pad">
        <EmptyState title="还没有拟公开意见" actions={buttons}>
          承办人提出公开、摘要公开或不公开，由公开审查人员审定。
        </EmptyState>
      </div>
    )
  return (
    <div className="pad stack">
      <Facts
        facts={[
          { term: '意见', detail: publicationModeWords[publication.mode] },
          { term: '依据', detail: publication.ground || '—' },
          ...(publication.proposedBy ? [{ term: '提出', detail: publication.proposedBy }] : []),
          {
            term: '审定',
            detail: publication.state === 'reviewed' ? publication.reviewedBy || '已审定' : '待审定',
          },
        ]}
      />
      <div className="row">{buttons}</div>
    </div>
  )
}
