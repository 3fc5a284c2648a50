import type { ProposalRow } from '~/domain/proposal/proposal-rows.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'

type Props = { row: Pick<ProposalRow, 'registerNo' | 'state' | 'owing'>; urges: boolean }

/** 催办 of one row: the handling division while it is at work; units that owe an opinion on the co-handling tab. */
export function UrgePlace({ row, urges }: Props) {
  const isAtWork = row.state === 'assigned' || row.state === 'handling'
  return (
    <span className="row">
      {isAtWork ? (
        <LinkButton size="sm" kind="do" href={paths.act(row.registerNo, 'urging')}>
          催办
        </LinkButton>
      ) : null}
      {row.owing.length > 0 ? (
        <LinkButton size="sm" href={paths.tab(row.registerNo, 'co-handling')}>
          {urges ? '催会办' : '看会办'}
        </LinkButton>
      ) : null}
      {isAtWork || row.owing.length > 0 ? null : (
        <LinkButton size="sm" href={paths.proposal(row.registerNo)}>
          查看
        </LinkButton>
      )}
    </span>
  )
}
