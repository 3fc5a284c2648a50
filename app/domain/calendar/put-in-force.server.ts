import { asViewer, type Tx } from '~/db/client.server'
import { sql } from 'drizzle-orm'
import { calendarEdition, holidayNotice, noticedDay } from '~/db/schema/calendar'
import { calendarOf } from '../deadlines/calendar'
import { appendBureauEvent } from '../log/append-bureau-event.server'
import { hasRole, type Viewer } from '../people/viewer'
import type { Command } from '../proposal/command'
import { digestOf, firstResult, rememberResult } from '../proposal/remember-command.server'
import { Conflict, Invalid, Refused } from '../refusals'
import { changedNotices, withNotices } from './changed-notices'
import { noticeProblems, type Notice } from './notice'
import { readInForce } from './read-notices.server'

/** @throws Refused for anybody but the system administrator */
export function mustKeepCalendar(viewer: Viewer) {
  if (!hasRole(viewer, 'system_admin'))
    throw new Refused('put_in_force', [
      { code: 'NOT_YOURS', message: '放假安排由系统管理员维护。', whoCanResolve: '系统管理员' },
    ])
}

/**
 * Puts notices in force, each in place of its year's. Days are reckoned on them from now on; no stored deadline moves.
 * @throws Refused without the system administrator's role · Invalid for a notice that is none, or that changes nothing ·
 *   Conflict when another change came first, or the key was used with other input
 */
export async function putInForce(command: Command, input: { basedOn: number; notices: readonly Notice[] }) {
  const { viewer } = command
  mustKeepCalendar(viewer)
  const digest = digestOf(input)
  return await asViewer(viewer, async (tx) => {
    const first = await firstResult(tx, command, 'put_in_force', digest)
    if (first) return first.result as { stamp: number }
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('fuhan.calendar'))`)
    const changed = await judged(tx, input)
    const stamp = await write(tx, changed, command.now)
    const details = { stamp, years: changed.map((n) => n.year), titles: changed.map((n) => n.title), digest }
    await appendBureauEvent(
      tx,
      viewer,
      { kind: 'calendar_put_in_force', details },
      { businessAt: command.now, recordedAt: command.realNow },
    )
    await rememberResult(tx, command, 'put_in_force', digest, { stamp })
    return { stamp }
  })
}

async function judged(tx: Tx, { basedOn, notices }: { basedOn: number; notices: readonly Notice[] }) {
  const inForce = await readInForce(tx)
  if (inForce.stamp !== basedOn)
    throw new Conflict('您预览以后，放假安排又有了变化，这次没有生效。请重新预览。', [])
  const problems = notices.flatMap(noticeProblems)
  if (problems.length > 0) throw new Invalid(problems)
  const changed = changedNotices(inForce.notices, notices)
  if (changed.length === 0) throw new Invalid([{ field: '', message: '与现行的放假安排相同，没有变化。' }])
  try {
    calendarOf(withNotices(inForce.notices, changed))
  } catch {
    throw new Invalid([{ field: '', message: '与前后年份的通知对同一天说法不一，请核对年末年初。' }])
  }
  return changed
}

async function write(tx: Tx, notices: readonly Notice[], now: Date): Promise<number> {
  const [edition] = await tx.insert(calendarEdition).values({ putInForceAt: now }).returning()
  if (!edition) throw new Error('the edition was not stored')
  const { stamp } = edition
  await tx
    .insert(holidayNotice)
    .values(
      notices.map(({ year, title, number, publishedOn }) => ({ year, stamp, title, number, publishedOn })),
    )
  const days = notices.flatMap((n) => [
    ...Object.entries(n.rest).map(([day, festival]) => ({
      year: n.year,
      stamp,
      day,
      festival,
      kind: 'rest' as const,
    })),
    ...Object.entries(n.work).map(([day, festival]) => ({
      year: n.year,
      stamp,
      day,
      festival,
      kind: 'work' as const,
    })),
  ])
  await tx.insert(noticedDay).values(days)
  return stamp
}
