import { paths } from '~/http/paths'
import { classNames } from '~/ui/class-names'
import { Due } from '~/ui/marks/due'
import { Card } from '~/ui/parts/card'
import type { MonthCell } from './month-table'

type Props = {
  /** 2026-11 */
  month: string
  weeks: readonly (readonly MonthCell[])[]
  previous: string
  next: string
  /** Only what the viewer handles himself. */
  mine: boolean
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const
const numberOf = (month: string) => `${Number(month.slice(5))} 月`

/** What is due this month, on the calendar of the notices: every figure opens its list. */
export function MonthCard({ month, weeks, previous, next, mine }: Props) {
  return (
    <Card
      id="month"
      title={`${numberOf(month)}到期`}
      end={
        <>
          <a href={paths.due(new URLSearchParams({ month, ...(mine ? { mine: 'yes' } : {}) }).toString())}>
            月历
          </a>
          {'　'}
          <a href={`/desk?month=${previous}#month`}>{numberOf(previous)}</a>
          {'　'}
          <a href={`/desk?month=${next}#month`}>{numberOf(next)}</a>
        </>
      }
      pad
    >
      <table className="month">
        <caption className="vh">{`${month.slice(0, 4)} 年 ${numberOf(month)}到期日历`}</caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map((cell) => (
                <td key={cell.day} className={cellClass(cell)}>
                  <CellText cell={cell} mine={mine} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="legend xs">
        <li>
          <Due tone="late">逾期</Due>
        </li>
        <li>
          <Due tone="soon">临期</Due>
        </li>
        <li className="mute">休 放假</li>
        <li className="mute">班 补班</li>
        <li>
          <a href={paths.calendar()}>放假安排</a>
        </li>
      </ul>
    </Card>
  )
}

const cellClass = (cell: MonthCell) =>
  classNames(cell.tone, cell.isToday && 'today', cell.isOff && 'off', cell.isOut && 'out') || undefined

function CellText({ cell, mine }: { cell: MonthCell; mine: boolean }) {
  if (cell.count === 0)
    return (
      <span>
        {cell.date}
        <i>{cell.isToday ? '今天' : (cell.mark ?? '\u00A0')}</i>
      </span>
    )
  const query = new URLSearchParams({ on: cell.day, ...(mine ? { mine: 'yes' } : {}) })
  return (
    <a href={paths.proposals(query.toString())}>
      {cell.date}
      <i>{cell.tone === 'late' ? `逾${cell.count}` : `${cell.count} 件`}</i>
    </a>
  )
}
