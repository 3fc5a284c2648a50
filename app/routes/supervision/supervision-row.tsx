import type { ProposalRow } from '~/domain/proposal/proposal-rows.server'
import { handlingRoleWords, trackWords } from '~/domain/proposal/words'
import { paths } from '~/http/paths'
import { shortDay } from '~/ui/dates'
import { Due } from '~/ui/marks/due'
import { StateDot } from '~/ui/marks/state-dot'
import { Tag } from '~/ui/marks/tag'
import { Cell } from '~/ui/table/cell'
import type { Column } from '~/ui/table/grid'
import { proposalStateTones, proposalStateWords, requestStateWords } from '~/ui/words'
import { DueWords, handlerWords } from '../proposals/list-row'
import { sponsorsWords } from '../proposals/sponsor-words'
import { UrgePlace } from './urge-place'

export const supervisionColumns: readonly Column[] = [
  { key: 'number', label: '编号' },
  { key: 'subject', label: '案由与提出人' },
  { key: 'state', label: '状态' },
  { key: 'division', label: '承办' },
  { key: 'owing', label: '未复会办' },
  { key: 'due', label: '剩余', sort: 'ascending' },
  { key: 'urge', label: '催办', hidden: true },
]

/** One item as a supervisor reads it: how it stands, whose it is, who owes what, what is left, and the way to urge. */
export function SupervisionRow({ row, urges }: { row: ProposalRow; urges: boolean }) {
  return (
    <tr>
      <Cell label="编号" nowrap>
        <a href={paths.proposal(row.registerNo)}>{row.officialNo}</a>
        <small>{trackWords[row.track]}</small>
      </Cell>
      <Cell label="案由">
        <a className="t plain" href={paths.proposal(row.registerNo)}>
          {row.subject}
        </a>
        {row.priority === 'key' ? (
          <>
            {' '}
            <Tag tone="key">重点</Tag>
          </>
        ) : null}
        <small>{sponsorsWords(row)}</small>
      </Cell>
      <Cell label="状态">
        <StateDot tone={proposalStateTones[row.state]}>{proposalStateWords[row.state]}</StateDot>
        <small>{row.handlingRole ? handlingRoleWords[row.handlingRole] : '身份未定'}</small>
      </Cell>
      <Cell label="承办">
        {row.division ?? '未分办'}
        {row.division ? <small>{handlerWords(row)}</small> : null}
        {row.leadUnit ? <small>{row.leadUnit}主办</small> : null}
      </Cell>
      <Cell label="未复会办">
        <Owing row={row} />
      </Cell>
      <Cell label="剩余">
        <DueWords row={row} />
      </Cell>
      <td className="act">
        <UrgePlace row={row} urges={urges} />
      </td>
    </tr>
  )
}

function Owing({ row }: { row: ProposalRow }) {
  if (row.asked === 0) return <span className="mute">–</span>
  return (
    <>
      <span>
        {row.settled}/{row.asked}
      </span>
      {row.worstRequest && row.settled < row.asked ? (
        <small>{requestStateWords[row.worstRequest]}</small>
      ) : null}
      {row.owing.length > 0 ? <small>{row.owing.join('、')}</small> : null}
      {row.owed ? (
        <Due tone={row.owed.left.kind}>
          {row.owed.left.words}，{shortDay(row.owed.dueOn)}
        </Due>
      ) : null}
    </>
  )
}
