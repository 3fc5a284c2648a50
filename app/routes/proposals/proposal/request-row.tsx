import { paths } from '~/http/paths'
import { shortDay } from '~/ui/dates'
import { Due } from '~/ui/marks/due'
import { StateDot } from '~/ui/marks/state-dot'
import { Cell } from '~/ui/table/cell'
import { requestStateTones, requestStateWords } from '~/ui/words'
import type { RequestShown } from './co-handling-page.server'
import { OpinionFold } from './opinion-fold'
import { RequestActs } from './request-acts'

type Props = { number: string; row: RequestShown; formKey: string }

/** One unit asked: what, until when, how it stands, what it said, and what can be done. */
export function RequestRow({ number, row, formKey }: Props) {
  return (
    <tr>
      <Cell label="单位">
        <b className="t">{row.party}</b>
        <small>{row.question}</small>
        {row.link ? <small>{row.link}</small> : null}
      </Cell>
      <Cell label="期限" nowrap>
        <DueDay row={row} />
      </Cell>
      <Cell label="状态">
        <StateDot tone={requestStateTones[row.state]}>{requestStateWords[row.state]}</StateDot>
        {row.urgedTimes > 0 ? (
          <small>
            <a href={paths.act(number, 'urging')}>已催 {row.urgedTimes} 次</a>
          </small>
        ) : null}
        {row.reason ? <small>{row.reason}</small> : null}
        {row.coordinations.map((c) => (
          <small key={c.id}>
            {shortDay(c.heldOn)} 协调{c.isAgreed ? '一致' : '未一致'}：{c.conclusion}（{c.people}）
          </small>
        ))}
      </Cell>
      <Cell label="意见">
        {row.opinions.length === 0 ? (
          <span className="mute">{row.isOpinionHidden ? '已复，内容只有承办单位的人能看' : '未复'}</span>
        ) : (
          row.opinions.map((o) => <OpinionFold key={o.id} opinion={o} />)
        )}
      </Cell>
      <td className="act">
        <RequestActs number={number} row={row} formKey={formKey} />
      </td>
    </tr>
  )
}

function DueDay({ row }: { row: RequestShown }) {
  if (!row.left) return <>{shortDay(row.dueOn)}</>
  return (
    <>
      <Due tone={row.left.kind} provisional={row.isProvisional}>
        {row.left.words}
      </Due>
      <small>{shortDay(row.dueOn)}</small>
      <details className="basis">
        <summary>
          怎么算的<span className="vh">：{row.party}</span>
        </summary>
        <small>{row.basis}</small>
      </details>
    </>
  )
}
