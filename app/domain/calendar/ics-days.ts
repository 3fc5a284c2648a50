import { addDays, daysBetween, isDay, type Day } from '../deadlines/day'
import { enterDay, kindOf, unreadable, type ReadDays, type RestAndWork } from './read-days'

const maxEvents = 400
const longest = 31

/** The all-day events of an iCalendar (RFC 5545): what each is, 休 or 班, is read from its SUMMARY. */
export function icsDays(source: string): ReadDays {
  const events = source
    .replaceAll(/\r\n|\r/g, '\n')
    .replaceAll(/\n[ \t]/g, '')
    .split(/^BEGIN:VEVENT\s*$/m)
    .slice(1)
  if (events.length > maxEvents) return unreadable(`日历最多 ${maxEvents} 个日程。`)
  const days: RestAndWork = { rest: {}, work: {} }
  for (const [index, event] of events.entries()) {
    const wrong = enterEvent(days, event)
    if (wrong) return unreadable(`第 ${index + 1} 个日程：${wrong}`)
  }
  return { ok: true, read: days }
}

function enterEvent(days: RestAndWork, event: string): string | null {
  if (!/^END:VEVENT\s*$/m.test(event)) return '没有结尾，文件不完整。'
  if (/^(RRULE|RDATE)[;:]/m.test(event)) return '是重复日程，请逐日写明。'
  const summary = property(event, 'SUMMARY').replaceAll(/\\([,;\\])/g, '$1')
  const kind = kindOf(summary)
  const from = dayOf(property(event, 'DTSTART'))
  if (!kind || !from) return '要有整天的日期，标题写明“休”或“班”。'
  const ends = property(event, 'DTEND')
  const end = ends === '' ? addDays(from, 1) : dayOf(ends)
  const length = end ? daysBetween(from, end) : 0
  if (length < 1 || length > longest) return '起止日期不对。'
  const festival = summary
    .replaceAll(/[（(]?(放假|补班|上班|休息|调休|假期|休|班)[)）]?|第\d+天.*|\s/g, '')
    .slice(0, 40)
  for (let n = 0; n < length; n++) {
    const wrong = enterDay(days, kind, addDays(from, n), festival)
    if (wrong) return wrong
  }
  return null
}

const property = (event: string, name: string): string =>
  new RegExp(`^${name}(?:;[^:\\n]*)?:(.*)$`, 'm').exec(event)?.[1]?.trim() ?? ''

function dayOf(value: string): Day | null {
  const day = value.replace(/^((?:19|20|21)\d{2})(\d{2})(\d{2})$/, '$1-$2-$3')
  return isDay(day) ? day : null
}
