import { sql } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { calendarOf } from '../deadlines/calendar'
import type { Day } from '../deadlines/day'
import type { Derivation } from '../deadlines/derivation'
import { movedDeadlines, moveLine, type MoveLine, type Running } from '../deadlines/moved-deadlines'
import { readRulebook } from '../deadlines/read-rulebook.server'
import type { Viewer } from '../people/viewer'
import { Invalid } from '../refusals'
import { changedNotices, spanOfNotices, withNotices } from './changed-notices'
import type { Notice } from './notice'
import { mustKeepCalendar } from './put-in-force.server'
import { readInForce } from './read-notices.server'

/** What is shown before a calendar is put in force. `total` counts the moves that are not listed too. */
export type Preview = { basedOn: number; years: number[]; total: number; lines: MoveLine[] }

const mostLines = 200

/**
 * What these notices would move in this bureau, as far as the administrator may know: number, kind and days.
 * @throws Refused for anybody else · Invalid when nothing would change, or notices contradict one another
 */
export async function previewMoves(viewer: Viewer, notices: readonly Notice[]): Promise<Preview> {
  mustKeepCalendar(viewer)
  return await asViewer(viewer, async (tx) => {
    const inForce = await readInForce(tx)
    const changed = changedNotices(inForce.notices, notices)
    if (changed.length === 0)
      throw new Invalid([{ field: 'text', message: '与现行的放假安排相同，没有变化。' }])
    const rulebook = { ...(await readRulebook(tx)), calendar: asWouldBe(inForce.notices, changed) }
    const before = inForce.notices.filter((n) => changed.some((c) => c.year === n.year))
    const span = spanOfNotices([...before, ...changed])
    const running = await readRunning(tx, span, [])
    const moved = movedDeadlines(running, rulebook)
    const shown = moved.slice(0, mostLines)
    const ids = shown.map((m) => m.id)
    const derivations = new Map((await readRunning(tx, span, ids)).map((r) => [r.id, r.derivation]))
    const lines = shown.flatMap((m) => {
      const stored = derivations.get(m.id)
      return stored ? moveLine(m, JSON.parse(stored) as Derivation) : []
    })
    return { basedOn: inForce.stamp, years: changed.map((n) => n.year), total: moved.length, lines }
  })
}

function asWouldBe(inForce: readonly Notice[], changed: readonly Notice[]) {
  try {
    return calendarOf(withNotices(inForce, changed))
  } catch {
    throw new Invalid([{ field: 'text', message: '与前后年份的通知对同一天说法不一，请核对年末年初。' }])
  }
}

/** The door fuhan_running_deadlines; derivations of the ids named, null for the others. */
async function readRunning(tx: Tx, { from, to }: { from: Day; to: Day }, ids: readonly string[]) {
  const list = `{${ids.join(',')}}`
  const rows = await tx.execute<Running & { derivation: string | null }>(sql`
    select id, register_no as "registerNo", kind, start_on::text as "startOn", due_on::text as "dueOn",
      is_provisional as "isProvisional", is_wide as "isWide", profile_id as "profileId", profile_version as "profileVersion", meeting_id as "meetingId", region,
      track, session_kind as "sessionKind", sponsor_kind as "sponsorKind", handling_role as "handlingRole", priority, extension, pauses, derivation, i.item_day as "itemDay"
    from fuhan_running_deadlines(${from}::date, ${to}::date, ${list}::uuid[]) d left join fuhan_item_days() i on i.deadline_id = d.id`)
  return [...rows]
}
