import type { Day } from '../deadlines/day'
import { canonicalJson } from '../log/canonical'
import type { Notice } from './notice'

/** Those of `given` that are not word for word in force already. */
export const changedNotices = (inForce: readonly Notice[], given: readonly Notice[]): Notice[] =>
  given.filter((notice) => {
    const current = inForce.find((n) => n.year === notice.year)
    return !current || canonicalJson(current) !== canonicalJson(notice)
  })

/** The calendar as it would be: each given notice in place of its year's. */
export const withNotices = (inForce: readonly Notice[], given: readonly Notice[]): Notice[] =>
  [...inForce.filter((n) => !given.some((g) => g.year === n.year)), ...given].toSorted(
    (a, b) => a.year - b.year,
  )

/** The days within which deadlines could move: the years of the notices, with the days of the year before that they name. */
export function spanOfNotices(notices: readonly Notice[]): { from: Day; to: Day } {
  const days = notices.flatMap(({ year, rest, work }) => [
    `${year}-01-01`, `${year}-12-31`, ...Object.keys(rest), ...Object.keys(work),
  ]) // prettier-ignore
  const sorted = days.toSorted()
  return { from: sorted[0] ?? '', to: sorted.at(-1) ?? '' }
}

/** “国务院办公厅2027年部分节假日安排通知（国办发明电〔2026〕7号）” */
export const noticeName = ({ title, number }: Pick<Notice, 'title' | 'number'>) =>
  number ? `${title}（${number}）` : title
