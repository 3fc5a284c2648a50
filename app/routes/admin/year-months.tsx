import { classNames } from '~/ui/class-names'
import { Card } from '~/ui/parts/card'
import type { MonthCell } from '../desk/month-table'

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const

/** Twelve months with 休 and 班. */
export function YearMonths({
  months,
}: {
  months: readonly { month: string; weeks: readonly (readonly MonthCell[])[] }[]
}) {
  return (
    <div className="year">
      {months.map(({ month, weeks }) => (
        <Card key={month} id={`m-${month}`} title={`${Number(month.slice(5))} 月`} pad>
          <table className="month">
            <caption className="vh">{`${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`}</caption>
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
                    <td
                      key={cell.day}
                      className={classNames(cell.isToday && 'today', cell.isOff && 'off') || undefined}
                    >
                      {cell.isOut ? null : (
                        <span>
                          {cell.date}
                          <i>{cell.mark ?? '\u00A0'}</i>
                        </span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      ))}
    </div>
  )
}
