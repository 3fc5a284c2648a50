import type { Tx } from '~/db/client.server'
import { noticeName } from '../calendar/changed-notices'
import { readInForce } from '../calendar/read-notices.server'
import type { Command } from '../proposal/command'
import { move } from '../proposal/move.server'
import { Conflict } from '../refusals'
import type { Day } from './day'
import type { Derivation } from './derivation'
import { yearsThatDiffer } from './moved-deadlines'
import { openDeadlines, recounted } from './recount'
import { storeRecounted } from './recount-deadlines.server'

/** A move as the page showed it. */
export type ShownMove = { proposalId: string; deadlineId: string; from: Day; to: Day }

/**
 * Moves one deadline to what the calendar in force comes to. The notice is the reason.
 * @throws Conflict when the deadline, or what it comes to, is no longer what was shown
 */
export const recountDeadline = (command: Command, { proposalId, ...shown }: ShownMove) =>
  move(command, 'recount_deadline', { proposalId }, shown, async (tx, f) => {
    const [again] = recounted(
      f,
      openDeadlines(f).filter((d) => d.id === shown.deadlineId),
    )
    if (!again || again.deadline.dueOn !== shown.from || again.due.due !== shown.to)
      throw new Conflict('您打开页面以后，这个期限有了变化，没有改动。请看看变化再决定。', [])
    await storeRecounted(tx, [again])
    const { deadline: before, name, due } = again
    const reason = await noticesBehind(tx, JSON.parse(before.derivation) as Derivation, due.derivation)
    return {
      result: null,
      details: {
        kind: before.kind,
        name,
        from: before.dueOn,
        to: due.due,
        provisional: due.provisional,
        reason,
      },
    }
  })

async function noticesBehind(tx: Tx, before: Derivation, after: Derivation): Promise<string> {
  const years = yearsThatDiffer(before, after)
  const { notices } = await readInForce(tx)
  const behind = notices.filter((n) => years.includes(n.year)).map(noticeName)
  return behind.length > 0 ? behind.join('、') : '现行放假安排'
}
