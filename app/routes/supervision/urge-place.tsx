import type { ProposalRow } from '~/domain/proposal/proposal-rows.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'

type Props = { row: Pick<ProposalRow, 'registerNo' | 'owing'>; urges: boolean }

/**
 * 催办 of one row. Units that owe an opinion are urged on the proposal's co-handling tab, by whom the tables let; the form
 * that urges the handling division itself belongs here too.
 */
export function UrgePlace({ row, urges }: Props) {
  if (row.owing.length === 0)
    return (
      <LinkButton size="sm" href={paths.proposal(row.registerNo)}>
        查看
      </LinkButton>
    )
  return (
    <LinkButton size="sm" kind={urges ? 'do' : 'plain'} href={paths.tab(row.registerNo, 'co-handling')}>
      {urges ? '去催办' : '看会办'}
    </LinkButton>
  )
}
