import { inArray } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { receipt } from '~/db/schema/after-the-letter'
import { request } from '~/db/schema/co-handling'
import { deadline } from '~/db/schema/proposal'
import type { Command } from '../proposal/command'
import { Conflict, NotFound } from '../refusals'
import type { Day } from './day'
import { recountDeadline } from './recount-deadline.server'

type Ticked = { deadlineId: string; from: Day; to: Day }

/**
 * Moves what a person ticked, each deadline by a command of its own with its event. What has changed since it was shown
 * stays where it is; sent again with the same key, what is done is not done twice.
 * @throws NotFound for a deadline that is absent or not this viewer's · Refused · Conflict once the others are moved
 */
export async function moveDeadlines(command: Command, ticked: readonly Ticked[]): Promise<{ moved: number }> {
  const ids = ticked.map((t) => t.deadlineId)
  const rows = await asViewer(command.viewer, async (tx) =>
    (
      await Promise.all(
        [deadline, request, receipt].map((table) =>
          tx.select({ id: table.id, proposalId: table.proposalId }).from(table).where(inArray(table.id, ids)),
        ),
      )
    ).flat(),
  )
  const proposals = new Map(rows.map((row) => [row.id, row.proposalId]))
  if (ids.some((id) => !proposals.has(id))) throw new NotFound('deadline')
  let changed = 0
  for (const one of ticked) {
    const shown = { ...one, proposalId: proposals.get(one.deadlineId) ?? '' }
    try {
      await recountDeadline({ ...command, key: `${command.key}:${one.deadlineId}` }, shown)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      changed++
    }
  }
  const moved = ticked.length - changed
  if (changed > 0)
    throw new Conflict(
      `有 ${changed} 个期限在您打开页面以后变了，没有改动；其余 ${moved} 个已经改好。请看看变化再决定。`,
      [],
    )
  return { moved }
}
