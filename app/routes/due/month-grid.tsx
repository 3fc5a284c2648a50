import { classNames } from '~/ui/class-names'
import { shortDay } from '~/ui/dates'
import { Due } from '~/ui/marks/due'
import type { DueDayCell } from './due-table'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** A month with what is due on each day; on a phone only the days that have something stand, one under the other. */
export function MonthGrid({ name, weeks }: { name: string; weeks: readonly (readonly DueDayCell[])[] }) {
  return (
    <table className="due-month">
      <caption className="vh">{`${name}每天到期的建议提案`}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map((cell) => (
              <td
                key={cell.day}
                className={
                  classNames(
                    cell.isToday && 'today',
                    cell.isOff && 'off',
                    cell.isOut && 'out',
                    cell.count === 0 && 'none',
                  ) || undefined
                }
              >
                <p className="due-day">
                  <b className="only-wide-day">{cell.date}</b>
                  <b className="only-narrow-day">{shortDay(cell.day)}</b>
                  {cell.isToday ? <i>今天</i> : cell.mark ? <i>{cell.mark}</i> : null}
                  {cell.count > 0 ? <a href={cell.listHref}>{cell.count} 件</a> : null}
                </p>
                <DayItems cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The first few by number and subject; the rest opens the list of that day. */
export function DayItems({ cell }: { cell: DueDayCell }) {
  if (cell.count === 0) return null
  return (
    <ul className="due-items plain">
      {cell.items.map((item) => (
        <li key={item.id}>
          <a href={item.href} title={`${item.name}，${item.duty}，${item.left}`}>
            <Due tone={item.tone}>{item.number}</Due> {item.isKey ? '重点 ' : ''}
            {item.subject}
          </a>
        </li>
      ))}
      {cell.more > 0 ? (
        <li>
          <a className="due-more" href={cell.listHref}>
            还有 {cell.more} 件
          </a>
        </li>
      ) : null}
    </ul>
  )
}
