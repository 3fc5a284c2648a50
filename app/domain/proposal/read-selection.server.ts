import { inArray } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { proposal } from '~/db/schema/proposal'
import { shanghaiDay } from '../deadlines/day'
import type { Viewer } from '../people/viewer'
import type { Facts } from './facts'
import { findKeys } from './find-proposals.server'
import { seek } from './list-conditions.server'
import type { ProposalFilter } from './proposal-filter'
import { readFacts } from './read-facts.server'
import type { Moment } from './read-proposal.server'

/** So many are looked at one by one before anything is done to them. */
export const mostSelected = 200

/** Ticked by hand, or all that a filter shows. */
export type Selection = { registerNos: readonly string[] } | { filter: ProposalFilter }

/** The facts of what was selected, for the guards to judge; what the viewer may not see is not among them. */
export async function readSelection(
  viewer: Viewer,
  selection: Selection,
  moment: Moment,
): Promise<{ facts: Facts[]; isCut: boolean }> {
  return await asViewer(viewer, async (tx) => {
    const registerNos = 'filter' in selection ? await numbersOf(selection.filter) : selection.registerNos
    const wanted = [...new Set(registerNos)]
    const shown = wanted.slice(0, mostSelected)
    if (shown.length === 0) return { facts: [], isCut: false }
    const rows = await tx.select().from(proposal).where(inArray(proposal.registerNo, shown))
    const ordered = shown.flatMap((no) => rows.find((row) => row.registerNo === no) ?? [])
    const asking = { viewer, ...moment, reauthenticatedAt: moment.reauthenticatedAt ?? null, input: {} }
    const facts = await Promise.all(ordered.map((row) => readFacts(tx, row, asking)))
    return { facts, isCut: wanted.length > mostSelected }

    async function numbersOf(filter: ProposalFilter) {
      const { after: _page, ...whole } = filter
      const keys = await findKeys(
        tx,
        viewer,
        await seek(tx, whole),
        shanghaiDay(moment.now),
        mostSelected + 1,
      )
      return keys.map((key) => key.registerNo)
    }
  })
}
