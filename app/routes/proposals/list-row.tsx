import { Fragment } from 'react'
import type { ProposalRow } from '~/domain/proposal/proposal-rows.server'
import { paths } from '~/http/paths'
import { shortDay } from '~/ui/dates'
import { Due } from '~/ui/marks/due'
import { StateDot } from '~/ui/marks/state-dot'
import { Tag } from '~/ui/marks/tag'
import { Cell } from '~/ui/table/cell'
import type { Column } from '~/ui/table/grid'
import { handlingRoleWords, trackWords } from '~/domain/proposal/words'
import { proposalStateTones, proposalStateWords, requestStateWords, sessionKindWords } from '~/ui/words'
import { clockMarks } from './clock-marks'
import { sponsorsWords } from './sponsor-words'

/** The column of tick boxes, where something can be done to a list. */
export const pickColumn: Column = { key: 'pick', label: '选择', hidden: true, width: 'check' }

export const listColumns: readonly Column[] = [
  { key: 'number', label: '编号' },
  { key: 'subject', label: '案由与提出人' },
  { key: 'role', label: '角色' },
  { key: 'division', label: '承办' },
  { key: 'state', label: '状态' },
  { key: 'asked', label: '会办', isNumber: true },
  { key: 'due', label: '期限', sort: 'ascending' },
]

/** One proposal: its number, subject, role, division, state, opinions and next duty. */
export function ListRow({ row, picks }: { row: ProposalRow; picks?: boolean }) {
  const href = paths.proposal(row.registerNo)
  return (
    <tr>
      {picks ? (
        <Cell label="选择">
          <input
            type="checkbox"
            name="item"
            value={row.registerNo}
            aria-label={`选择 ${row.officialNo} ${row.subject}`}
          />
        </Cell>
      ) : null}
      <Cell label="编号" nowrap>
        <a href={href}>{row.officialNo}</a>
        <small>
          {trackWords[row.track]}
          {row.sessionKind === 'off_session' ? ` · ${sessionKindWords.off_session}` : ''}
        </small>
      </Cell>
      <Cell label="案由">
        <a className="t plain" href={href}>
          {row.subject}
        </a>
        {row.priority === 'key' ? (
          <>
            {' '}
            <Tag tone="key">重点</Tag>
          </>
        ) : null}
        <BesideTags row={row} />
        <small>{sponsorsWords(row)}</small>
      </Cell>
      <Cell label="角色" nowrap>
        {row.handlingRole ? handlingRoleWords[row.handlingRole] : '未定'}
      </Cell>
      <Cell label="承办" nowrap>
        {row.division ?? '未分办'}
        {row.division ? <small>{handlerWords(row)}</small> : null}
      </Cell>
      <Cell label="状态">
        <StateDot tone={proposalStateTones[row.state]}>{proposalStateWords[row.state]}</StateDot>
      </Cell>
      <Cell label="会办" isNumber nowrap>
        {row.asked > 0 ? `${row.settled}/${row.asked}` : '–'}
        <RequestWords row={row} />
      </Cell>
      <Cell label="期限">
        <DueWords row={row} />
        {clockMarks({ ...row, isPaused: row.isPaused && row.clock?.left.kind !== 'hold' }).map((mark) => (
          <Fragment key={mark}>
            {' '}
            <Tag tone="amber">{mark}</Tag>
          </Fragment>
        ))}
      </Cell>
    </tr>
  )
}

/** 退办待复, 并案于第0217号, 接续办理. */
export const BesideTags = ({ row }: { row: Pick<ProposalRow, 'isObjected' | 'group' | 'isTakenOver'> }) => (
  <>
    {row.isTakenOver ? (
      <>
        {' '}
        <Tag tone="amber">接续办理</Tag>
      </>
    ) : null}
    {row.isObjected ? (
      <>
        {' '}
        <Tag tone="red">退办待复</Tag>
      </>
    ) : null}
    {row.group ? (
      <>
        {' '}
        <Tag tone="blue">{row.group.isLed ? `并案于第${row.group.leading}号` : '并案领办'}</Tag>
      </>
    ) : null}
  </>
)

/** A supervisor does not see the bureau's people, only that somebody has signed. */
export const handlerWords = (row: Pick<ProposalRow, 'handler' | 'isSignedFor'>) =>
  row.handler ?? (row.isSignedFor ? '已签收' : '未签收')

/** Under 3/5: the request that stands worst, and the nearest day an opinion is due. */
function RequestWords({ row }: { row: ProposalRow }) {
  if (!row.worstRequest || row.settled === row.asked) return null
  return (
    <>
      <small>{requestStateWords[row.worstRequest]}</small>
      {row.owed ? (
        <Due tone={row.owed.left.kind}>
          <span className="vh">最早</span>
          {shortDay(row.owed.dueOn)}
        </Due>
      ) : null}
    </>
  )
}

export function DueWords({ row: { clock } }: { row: ProposalRow }) {
  if (!clock) return <span className="mute">–</span>
  return (
    <>
      <Due tone={clock.left.kind} provisional={clock.isProvisional}>
        {clock.left.words}
      </Due>
      <small>
        {clock.name} {shortDay(clock.dueOn)}
      </small>
    </>
  )
}
