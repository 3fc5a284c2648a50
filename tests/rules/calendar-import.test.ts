import { describe, expect, it } from 'vitest'
import { defaultTitle } from '~/domain/calendar/json-notices'
import { noticeProblems } from '~/domain/calendar/notice'
import { daysOfLines, linesOfDays } from '~/domain/calendar/notice-lines'
import { readImport, type Head } from '~/domain/calendar/read-import'
import { shippedNotices } from '~/domain/deadlines/shipped-calendar'

const head: Head = { year: 2027, title: '试行通知', number: '试函〔2026〕7号', publishedOn: '2026-11-04' }
const rest = { '2027-01-01': '元旦', '2027-02-08': '春节', '2027-02-09': '春节' }
const work = { '2027-02-14': '春节' }

const json = JSON.stringify({ notices: [{ ...head, rest, work }] })
const csv =
  '日期,类型,节日\r\n2027-01-01,休,元旦\r\n2027/2/8,休,春节\r\n2027-02-09,放假,春节\r\n2027-02-14,补班,春节\r\n'
const ics = [
  'BEGIN:VCALENDAR', 'VERSION:2.0',
  'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20270101', 'SUMMARY:元旦（休）', 'END:VEVENT',
  'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20270208', 'DTEND;VALUE=DATE:20270210', 'SUMMARY:春', ' 节 放假', 'END:VEVENT',
  'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20270214', 'SUMMARY:春节（班）', 'END:VEVENT', 'END:VCALENDAR',
].join('\r\n') // prettier-ignore

const problemsOf = (text: string, of: Head = head) => {
  const read = readImport(text, of)
  return read.ok ? [] : read.problems
}

describe('an import', () => {
  it.each([
    ['JSON', json],
    ['a table', csv],
    ['an iCalendar file', ics],
  ])('reads %s', (_, text) => {
    expect(readImport(text, head)).toEqual({ ok: true, notices: [{ ...head, rest, work }] })
  })

  it('names a notice that JSON leaves unnamed, and takes plain lists of days', () => {
    const bare = readImport(JSON.stringify([{ year: 2027, rest: ['2027-01-01'] }]), head)
    expect(bare).toEqual({
      ok: true,
      notices: [{ year: 2027, title: defaultTitle(2027), number: '', publishedOn: null, rest: { '2027-01-01': '' }, work: {} }],
    }) // prettier-ignore
  })

  it('reads every shipped notice back', () => {
    const notices = shippedNotices().map((n) => ({ ...n, number: '', publishedOn: null }))
    expect(readImport(JSON.stringify({ notices }), head)).toEqual({ ok: true, notices })
  })

  it.each([
    ['nothing', '  \n '],
    ['half a JSON', json.slice(0, 80)],
    ['JSON of something else', '{"a":1}'],
    ['no notice at all', '{"notices":[]}'],
    ['the same year twice', JSON.stringify([{ year: 2027, rest: ['2027-01-01'] }, { year: 2027, rest: ['2027-01-02'] }])],
    ['a day that does not exist', json.replace('2027-02-09', '2027-02-30')],
    ['a day of another year', json.replace('2027-02-09', '2028-02-09')],
    ['a work day in the week', json.replace('2027-02-14', '2027-02-15')],
    ['a day that rests and works', json.replace('2027-02-14', '2027-02-08')],
    ['a prototype', '{"notices":[{"year":2027,"rest":{"__proto__":"x"}}]}'],
    ['a nest', '['.repeat(50_000)],
    ['a year of days off', JSON.stringify([{ year: 2027, rest: Array.from({ length: 100 }, (_, i) => new Date(Date.UTC(2027, 0, 1 + i)).toISOString().slice(0, 10)) }])],
    ['a table of prose', '放假三天\n祝大家节日愉快'],
    ['a table without kinds', '2027-01-01,,元旦'],
    ['a heading alone', '日期,类型,节日'],
    ['a calendar without events', 'BEGIN:VCALENDAR\nEND:VCALENDAR'],
    ['a calendar cut off', ics.slice(0, ics.indexOf('SUMMARY:春节（班）'))],
    ['a repeating event', ics.replace('SUMMARY:元旦', 'RRULE:FREQ=DAILY;COUNT=99999\r\nSUMMARY:元旦')],
    ['an event without end', ics.replace('DTEND;VALUE=DATE:20270210', 'DTEND;VALUE=DATE:99991231')],
    ['an event before its start', ics.replace('DTEND;VALUE=DATE:20270210', 'DTEND;VALUE=DATE:20270101')],
    ['an event that says neither', ics.replace('元旦（休）', '元旦')],
    ['too much', 'x'.repeat(200_001)],
    ['a page', '<!doctype html><title>放假</title>'],
  ])('refuses %s, at the field', (_, text) => {
    const problems = problemsOf(text)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.map((p) => p.field)).toEqual(problems.map(() => 'text'))
  }) // prettier-ignore

  it('refuses two notices that contradict one another at the turn of the year', () => {
    const two = [
      { year: 2026, rest: ['2026-01-01'], work: ['2026-12-26'] },
      { year: 2027, rest: ['2027-01-01', '2026-12-26'] },
    ]
    expect(problemsOf(JSON.stringify(two))).toHaveLength(1)
  })

  it('names the field of the form that is wrong beside a table', () => {
    expect(problemsOf(csv, { ...head, title: ' ' }).map((p) => p.field)).toEqual(['title'])
    expect(problemsOf(csv, { ...head, publishedOn: '2026-13-01' }).map((p) => p.field)).toEqual([
      'publishedOn',
    ])
  })
})

describe('days typed as lines', () => {
  it('come back as they were typed', () => {
    const typed = '01-01 元旦\n02-08…02-14 春节\n2026-12-31 元旦'
    const days = daysOfLines(typed, 2027)
    expect(days).toMatchObject({ '2027-01-01': '元旦', '2027-02-08': '春节', '2027-02-14': '春节' })
    expect(typeof days === 'string' ? days : daysOfLines(linesOfDays(days, 2027), 2027)).toEqual(days)
  })

  it('come back for every shipped year', () => {
    for (const { year, rest: off } of shippedNotices())
      expect(daysOfLines(linesOfDays(off, year), year)).toEqual(off)
  })

  it.each(['国庆节 10-01', '02-30 春节', '10-07…10-01 国庆节', '01-01…12-31 放假', '1-1'])(
    'refuse %s',
    (typed) => {
      expect(typeof daysOfLines(typed, 2027)).toBe('string')
    },
  )
})

it('every shipped notice is one that could be put in force', () => {
  for (const notice of shippedNotices())
    expect(noticeProblems({ ...notice, number: '', publishedOn: null }), String(notice.year)).toEqual([])
})
