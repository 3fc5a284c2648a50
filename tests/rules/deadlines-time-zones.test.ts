import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

/** Runs in a process of its own, from the sources, as the command line does. */
const program = `
import { shanghaiDay, weekdayWord, chineseDate, addMonths } from './app/domain/deadlines/day.ts'
import { computeDue } from './app/domain/deadlines/due-dates.ts'
import { statutoryDefault } from './app/domain/deadlines/profiles/statutory-default.ts'
import { shippedCalendar } from './app/domain/deadlines/shipped-calendar.ts'
import { goldenTerms } from './tests/support/golden-terms.ts'
const { return_window: rule, reply } = statutoryDefault.deadlines
const calendar = shippedCalendar()
const start = shanghaiDay(new Date('2014-09-25T16:30:00Z'))
console.log(JSON.stringify([
  start, weekdayWord(start), chineseDate(start), addMonths('2014-01-31', 1), new Date(0).getHours(),
  computeDue({ rule, start, calendar }), computeDue({ rule: reply, start: '2014-07-01', calendar }).due,
  goldenTerms().map((term) => computeDue({ ...term, calendar }).due),
]))`

const reckonIn = (zone: string) => {
  const output = execFileSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    {
      env: { NODE_ENV: 'test', PATH: process.env.PATH ?? '', TZ: zone },
      encoding: 'utf8',
    },
  )
  const [start, weekday, words, month, hour, window, reply, golden] = JSON.parse(output) as unknown[]
  return { hour, answer: { start, weekday, words, month, window, reply, golden } }
}

it('reckons the same whatever the process’s time zone', { timeout: 60_000 }, () => {
  const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'].map(reckonIn)
  expect(new Set(zones.map((z) => z.hour)).size).toBe(4)
  for (const zone of zones) {
    expect(zone.answer).toMatchObject({
      start: '2014-09-26',
      weekday: '周五',
      words: '2014年9月26日',
      month: '2014-02-28',
      reply: '2014-10-08',
    })
    expect(zone.answer.window).toMatchObject({ due: '2014-10-15' })
    expect(zone.answer.golden).toHaveLength(500)
    expect(zone.answer).toEqual(zones[0]?.answer)
  }
})
