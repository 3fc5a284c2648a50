import { isDay } from '../deadlines/day'
import { enterDay, kindOf, unreadable, type ReadDays, type RestAndWork } from './read-days'

const maxRows = 400

/** “日期,类型,节日”, a day a line: “2027-01-01,休,元旦”. A first line that says “日期” is the heading. */
export function csvDays(source: string): ReadDays {
  const rows = source
    .split(/\r\n|\n|\r/)
    .map((row) => row.trim())
    .filter(Boolean)
  if (rows.length > maxRows) return unreadable(`表格最多 ${maxRows} 行。`)
  const days: RestAndWork = { rest: {}, work: {} }
  for (const [index, row] of rows.entries()) {
    const [date = '', kindWord = '', festival = ''] = row.split(/[,，;\t]/).map(unquoted)
    const day = date.replaceAll('/', '-').replace(/-(\d)(?=-|$)/g, '-0$1')
    if (index === 0 && /^(日期|date|day)$/i.test(date)) continue
    const kind = kindOf(kindWord)
    if (!isDay(day) || !kind)
      return unreadable(`第 ${index + 1} 行看不懂，每行写“2027-01-01,休,元旦”或“2027-02-14,班,春节”。`)
    const wrong = enterDay(days, kind, day, festival.slice(0, 40))
    if (wrong) return unreadable(`第 ${index + 1} 行：${wrong}`)
  }
  return { ok: true, read: days }
}

const unquoted = (cell: string) =>
  cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()
