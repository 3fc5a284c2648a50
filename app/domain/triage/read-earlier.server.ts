import { eq, or } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { earlierCase } from '~/db/schema/search'
import type { Viewer } from '../people/viewer'
import { readCases, type Case } from './find-similar.server'

/** 同题旧案, and the items for which this one is the old case; of each only what the viewer may see. */
export const readEarlier = (
  viewer: Viewer,
  proposalId: string,
): Promise<{ earlier: Case[]; later: Case[] }> =>
  asViewer(viewer, async (tx) => {
    const links = await tx
      .select({ later: earlierCase.proposalId, earlier: earlierCase.earlierId })
      .from(earlierCase)
      .where(or(eq(earlierCase.proposalId, proposalId), eq(earlierCase.earlierId, proposalId)))
    const cases = await readCases(tx, [...new Set(links.flatMap((l) => [l.earlier, l.later]))])
    const of = (ids: readonly string[]) => cases.filter((c) => ids.includes(c.id))
    return {
      earlier: of(links.filter((l) => l.later === proposalId).map((l) => l.earlier)),
      later: of(links.filter((l) => l.earlier === proposalId).map((l) => l.later)),
    }
  })
