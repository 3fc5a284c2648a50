import { paths } from '~/http/paths'
import { shortDay } from '~/ui/dates'
import { Button, LinkButton } from '~/ui/forms/button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { Due } from '~/ui/marks/due'
import { StateDot } from '~/ui/marks/state-dot'
import { Cell } from '~/ui/table/cell'
import { requestStateTones, requestStateWords } from '~/ui/words'
import type { RequestShown, Settlement } from './co-handling-page.server'

type Props = { number: string; row: RequestShown; formKey: string }

/** One unit asked: what, until when, how it stands, what it said, and what can be done. */
export function RequestRow({ number, row, formKey }: Props) {
  return (
    <tr>
      <Cell label="单位">
        <b className="t">{row.party}</b>
        <small>{row.question}</small>
      </Cell>
      <Cell label="期限" nowrap>
        {row.left ? (
          <>
            <Due tone={row.left.kind} provisional={row.isProvisional}>
              {row.left.words}
            </Due>
            <small>{shortDay(row.dueOn)}</small>
          </>
        ) : (
          shortDay(row.dueOn)
        )}
      </Cell>
      <Cell label="状态" nowrap>
        <StateDot tone={requestStateTones[row.state]}>{requestStateWords[row.state]}</StateDot>
        {row.urgedTimes > 0 ? (
          <small>
            <a href={paths.act(number, 'urging')}>已催 {row.urgedTimes} 次</a>
          </small>
        ) : null}
        {row.reason ? <small>{row.reason}</small> : null}
      </Cell>
      <Cell label="意见">
        {row.opinions.length === 0 ? (
          <span className="mute">{row.isOpinionHidden ? '已复，内容只有承办单位的人能看' : '未复'}</span>
        ) : (
          row.opinions.map((o) => <Opinion key={o.id} opinion={o} />)
        )}
      </Cell>
      <td className="act">
        <div className="row">
          {row.mayAnswer ? (
            <LinkButton size="sm" kind="do" href={paths.settlement(number, row.id, 'opinion')}>
              提意见
            </LinkButton>
          ) : null}
          {row.may.map((settlement) => (
            <SettlementButton
              key={settlement}
              number={number}
              row={row}
              settlement={settlement}
              formKey={formKey}
            />
          ))}
        </div>
      </td>
    </tr>
  )
}

function Opinion({ opinion }: { opinion: RequestShown['opinions'][number] }) {
  if (opinion.isNoObjection && !opinion.text) return <p>无不同意见（{shortDay(opinion.givenOn)}）</p>
  return (
    <details>
      <summary>
        意见 {opinion.text.length} 字<small>{shortDay(opinion.givenOn)} 复</small>
      </summary>
      <p>{opinion.text}</p>
      <small>
        {opinion.docNo} {opinion.contact}
      </small>
    </details>
  )
}

const words: Record<Settlement, string> = {
  accept: '采纳',
  return: '退回补充',
  waive: '免会',
  cancel: '取消',
  urge: '催办',
}

/** Adopting and urging need nothing more; the others ask for a reason on a page of their own. */
function SettlementButton({ number, row, settlement, formKey }: Props & { settlement: Settlement }) {
  const href = paths.settlement(number, row.id, settlement)
  if (settlement !== 'accept' && settlement !== 'urge')
    return (
      <LinkButton size="sm" href={href}>
        {words[settlement]}
      </LinkButton>
    )
  return (
    <form method="post" action={href}>
      <HiddenFields values={{ key: `${formKey}-${settlement}` }} />
      <Button size="sm" kind={settlement === 'accept' ? 'do' : 'plain'}>
        {words[settlement]}
      </Button>
    </form>
  )
}
