import { z } from 'zod'
import type { Notice } from './notice'
import { unreadable, type ReadDays } from './read-days'

const text = z.string().trim().max(200)
/** Days with their festivals, or the days alone. */
const days = z.union([
  z.record(z.string().max(20), text),
  z
    .array(z.string().max(20))
    .max(400)
    .transform((list) => Object.fromEntries(list.map((day) => [day, '']))),
])

const notice = z.object({
  year: z.int(),
  title: text.optional(),
  number: text.default(''),
  publishedOn: text.nullable().default(null),
  rest: days,
  work: days.default({}),
})

const file = z.union([
  z.object({ notices: z.array(notice).min(1).max(200) }).transform((f) => f.notices),
  z.array(notice).min(1).max(200),
  notice.transform((one) => [one]),
])

export const defaultTitle = (year: number) => `国务院办公厅${year}年部分节假日安排通知`

/** `{ "notices": [{ "year", "title", "number", "publishedOn", "rest": { day: festival }, "work": { … } }] }` */
export function jsonNotices(source: string): ReadDays<Notice[]> {
  let read: unknown
  try {
    read = JSON.parse(source)
  } catch {
    return unreadable('不是完整的 JSON。')
  }
  const parsed = file.safeParse(read)
  if (!parsed.success)
    return unreadable('JSON 里没有放假通知：每个通知要有 year、rest 和 work，日期写成 2027-01-01。')
  const years = parsed.data.map((n) => n.year)
  if (new Set(years).size < years.length) return unreadable('同一年的通知出现了两次。')
  return { ok: true, read: parsed.data.map((n) => ({ ...n, title: n.title || defaultTitle(n.year) })) }
}
