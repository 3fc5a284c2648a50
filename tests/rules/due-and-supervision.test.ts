import { describe, expect, it } from 'vitest'
import { shippedCalendar } from '~/domain/deadlines/shipped-calendar'
import { readFilter } from '~/domain/proposal/proposal-filter'
import { dueQuery, dueWeeks, viewOf } from '~/routes/due/due-table'
import { stateFigures } from '~/routes/supervision/supervision-figures'

const division = '7f1e4f36-8f0a-4c5e-9f6b-0a51f3f5a001'

describe('the calendar of what is due', () => {
  it('names the first of a day and links the rest to the list of that day, with its filter', () => {
    const weeks = dueWeeks({
      month: '2014-10',
      today: '2014-10-08',
      calendar: shippedCalendar(),
      due: [{ day: '2014-10-09', count: 7, rows: [] }],
      filter: { division },
    })
    const cell = weeks.flat().find((c) => c.day === '2014-10-09')
    expect(cell).toMatchObject({ count: 7, more: 7, items: [] })
    expect(cell?.listHref).toBe(`/proposals?division=${division}&on=2014-10-09`)
    expect(weeks.flat().filter((c) => c.count > 0)).toHaveLength(1)
  })

  it('keeps month, view and filter in its address', () => {
    expect(dueQuery({ month: '2014-10', view: 'weeks' }, { mine: 'yes' })).toBe(
      'mine=yes&month=2014-10&view=weeks',
    )
    expect(dueQuery({ month: '2014-10', view: 'month' }, {})).toBe('month=2014-10')
    expect(['weeks', 'x', null].map(viewOf)).toEqual(['weeks', 'month', 'month'])
  })
})

describe('a filter of the list', () => {
  it('takes a division, a handler and a unit, and drops what is none', () => {
    const asked = new URLSearchParams({ division, handler: 'x', unit: '1' })
    expect(readFilter(asked)).toEqual({ division })
  })
})

describe('the figures of supervision', () => {
  const counts = [
    { state: 'handling', all: 8, late: 1, within14: 3 },
    { state: 'triage', all: 2, late: 0, within14: 1 },
  ] as const
  const rows = stateFigures({ counts: [...counts], isCapped: false }, { division })

  it('say where there are more than were counted', () => {
    const [, , sum] = stateFigures({ counts: [...counts], isCapped: true }, {})
    expect(sum?.figures.map((f) => f.words)).toEqual(['10+', '1', '4'])
    expect(rows[2]?.figures.map((f) => f.words)).toEqual(['10', '1', '4'])
  })

  it('stand in the order of the life, and add up to the last row', () => {
    expect(rows.map(({ label, figures }) => [label, ...figures.map((f) => f.count)])).toEqual([
      ['研判中', 2, 0, 1],
      ['办理拟稿', 8, 1, 3],
      ['合计', 10, 1, 4],
    ])
  })

  it('each open the list they count', () => {
    expect(rows[1]?.figures.map((f) => f.href)).toEqual([
      `/supervision?division=${division}&state=handling#list`,
      `/supervision?division=${division}&state=handling&due=late#list`,
      `/supervision?division=${division}&state=handling&due=within14#list`,
    ])
    expect(rows[2]?.figures[1]?.href).toBe(`/supervision?division=${division}&due=late#list`)
  })
})
