import { shortDay, weekdayWord } from '~/ui/dates'
import { Due } from '~/ui/marks/due'
import type { DueDayCell } from './due-table'

const sum = (week: readonly DueDayCell[]) => week.reduce((n, { count }) => n + count, 0)

/** The month as a board: a column a week, day after day what is due in it, and whose it is. */
export function WeekBoard({ weeks }: { weeks: readonly (readonly DueDayCell[])[] }) {
  return (
    <div className="weeks">
      {weeks.map((week) => {
        const [first] = week
        const last = week.at(-1)
        if (!first || !last) return null
        return (
          <section key={first.day} aria-labelledby={`w-${first.day}`}>
            <h3 id={`w-${first.day}`}>
              {shortDay(first.day)}—{shortDay(last.day)} <small>{sum(week)} 件</small>
            </h3>
            {week
              .filter(({ count }) => count > 0)
              .map((cell) => (
                <WeekDay key={cell.day} cell={cell} />
              ))}
            {sum(week) === 0 ? <p className="mute sm">没有到期的</p> : null}
          </section>
        )
      })}
    </div>
  )
}

function WeekDay({ cell }: { cell: DueDayCell }) {
  return (
    <>
      <h4>
        {shortDay(cell.day)} {weekdayWord(cell.day)}
        {cell.isToday ? '，今天' : cell.isOff ? '，休息日' : ''}
      </h4>
      <ul className="plain">
        {cell.items.map((item) => (
          <li key={item.id}>
            <Due tone={item.tone}>{item.left}</Due>
            <a className="plain" href={item.href}>
              {item.subject}
            </a>
            <small>
              {[item.isKey ? '重点' : '', item.name, item.duty, item.who].filter(Boolean).join(' · ')}
            </small>
          </li>
        ))}
        {cell.more > 0 ? (
          <li>
            <a href={cell.listHref}>还有 {cell.more} 件</a>
          </li>
        ) : null}
      </ul>
    </>
  )
}
