import { eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { receipt } from '~/db/schema/after-the-letter'
import { request } from '~/db/schema/co-handling'
import { noticeName } from '../calendar/changed-notices'
import { readInForce } from '../calendar/read-notices.server'
import { canonicalJson } from '../log/canonical'
import type { Command } from '../proposal/command'
import type { Facts } from '../proposal/facts'
import { move } from '../proposal/move.server'
import { Conflict } from '../refusals'
import type { Day } from './day'
import type { Derivation } from './derivation'
import { dueAgain } from './due-again'
import type { Due } from './due-dates'
import { lentDuties } from './lent-duties'
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
    const again = ownAgain(f, shown.deadlineId) ?? lentAgain(f, shown.deadlineId)
    if (!again || again.before.dueOn !== shown.from || again.due.due !== shown.to)
      throw new Conflict('您打开页面以后，这个期限有了变化，没有改动。请看看变化再决定。', [])
    const { before, name, due } = again
    await again.store(tx)
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

type Again = {
  before: { kind: string; dueOn: Day; derivation: string }
  name: string
  due: Due
  store: (tx: Tx) => Promise<unknown>
}

/** One of the proposal's own deadlines, with its pauses and its extension. */
function ownAgain(f: Facts, id: string): Again | null {
  const own = openDeadlines(f).filter((d) => d.id === id)
  const [again] = recounted(f, own)
  return again
    ? {
        before: again.deadline,
        name: again.name,
        due: again.due,
        store: (tx) => storeRecounted(tx, [again]),
      }
    : null
}

/** What a unit or a delegate owes. */
function lentAgain(f: Facts, id: string): Again | null {
  const before = lentDuties(f).find((d) => d.id === id)
  if (!before) return null
  const due = dueAgain({ ...f, deadline: before, pauses: [], extension: 0 })
  const table = before.kind === 'opinion' ? request : receipt
  const values = { dueOn: due.due, derivation: canonicalJson(due.derivation) }
  return {
    before,
    name: f.profile.deadlines[before.kind].name,
    due,
    store: (tx) => tx.update(table).set(values).where(eq(table.id, id)),
  }
}

async function noticesBehind(tx: Tx, before: Derivation, after: Derivation): Promise<string> {
  const years = yearsThatDiffer(before, after)
  const { notices } = await readInForce(tx)
  const behind = notices.filter((n) => years.includes(n.year)).map(noticeName)
  return behind.length > 0 ? behind.join('、') : '现行放假安排'
}
