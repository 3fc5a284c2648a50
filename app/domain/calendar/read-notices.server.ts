import { asc, desc, lte, max } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { calendarEdition, holidayNotice, noticedDay } from '~/db/schema/calendar'
import { calendarOf, type Calendar } from '../deadlines/calendar'
import type { Viewer } from '../people/viewer'
import type { Notice } from './notice'

type InForce = { stamp: number; notices: Notice[]; calendar: Calendar }

/** The calendar in memory. A stamp never comes twice, so the same stamp is the same calendar. */
let known: InForce | undefined

/** The notices in force, one a year, and the calendar made of them: one small query where nothing has changed. */
export async function readInForce(tx: Tx): Promise<InForce> {
  const [newest] = await tx.select({ stamp: max(calendarEdition.stamp) }).from(calendarEdition)
  const stamp = newest?.stamp ?? 0
  if (known?.stamp === stamp) return known
  const notices = await readNotices(tx, stamp)
  return (known = { stamp, notices, calendar: calendarOf(notices) })
}

export const readCalendar = async (tx: Tx): Promise<Calendar> => (await readInForce(tx)).calendar

/** The same for a page that reads nothing else with it. */
export const inForceFor = (viewer: Viewer): Promise<InForce> => asViewer(viewer, readInForce)

async function readNotices(tx: Tx, upTo: number): Promise<Notice[]> {
  const [heads, days] = await Promise.all([
    tx
      .selectDistinctOn([holidayNotice.year])
      .from(holidayNotice)
      .where(lte(holidayNotice.stamp, upTo))
      .orderBy(asc(holidayNotice.year), desc(holidayNotice.stamp)),
    tx.select().from(noticedDay).orderBy(asc(noticedDay.day)),
  ])
  return heads.map(({ year, stamp, title, number, publishedOn }) => {
    const own = days.filter((d) => d.year === year && d.stamp === stamp)
    const daysOf = (kind: 'rest' | 'work') =>
      Object.fromEntries(own.filter((d) => d.kind === kind).map((d) => [d.day, d.festival]))
    return { year, title, number, publishedOn, rest: daysOf('rest'), work: daysOf('work') }
  })
}
