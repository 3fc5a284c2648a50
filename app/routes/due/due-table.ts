import type { Calendar } from '~/domain/deadlines/calendar'
import type { Day } from '~/domain/deadlines/day'
import type { DueItems } from '~/domain/desk/read-due-items.server'
import { filterQuery, type ProposalFilter } from '~/domain/proposal/proposal-filter'
import type { ProposalRow } from '~/domain/proposal/proposal-rows.server'
import { paths } from '~/http/paths'
import { numberWords } from '~/ui/words'
import { weeksOf } from '../desk/month-table'

export type DueView = 'month' | 'weeks'

export const viewOf = (asked: string | null): DueView => (asked === 'weeks' ? 'weeks' : 'month')

/** The page's address: which month, how it is shown, and whose. */
export function dueQuery({ month, view }: { month: string; view: DueView }, filter: ProposalFilter): string {
  const query = new URLSearchParams(filterQuery(filter))
  query.set('month', month)
  if (view === 'weeks') query.set('view', view)
  return query.toString()
}

export type DueDayCell = ReturnType<typeof dueWeeks>[number][number]

type Shown = {
  month: string
  today: Day
  calendar: Calendar
  due: readonly DueItems[]
  filter: ProposalFilter
}

/** The weeks of a month, each day with what is due: the first few by name, the rest as a number that opens the list. */
export function dueWeeks({ month, today, calendar, due, filter }: Shown) {
  const byDay = new Map(due.map((one) => [one.day, one]))
  return weeksOf({ month, today, calendar, due: [...due] }).map((week) =>
    week.map(({ day, date, isOut, isOff, isToday, mark, count }) => {
      const rows = byDay.get(day)?.rows ?? []
      return {
        day,
        date,
        isOut,
        isOff,
        isToday,
        mark,
        count,
        items: rows.map(dueItem),
        more: count - rows.length,
        listHref: paths.proposals(filterQuery({ ...filter, on: day })),
      }
    }),
  )
}

const dueItem = (row: ProposalRow) => ({
  id: row.id,
  href: paths.proposal(row.registerNo),
  number: row.officialNo,
  name: numberWords(row.officialNo, row.track),
  subject: row.subject,
  duty: row.clock?.name ?? '',
  tone: row.clock?.left.kind ?? ('ok' as const),
  left: row.clock?.left.words ?? '',
  who: row.handler ?? row.division ?? '',
  isKey: row.priority === 'key',
})
