import { and, eq } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { watching } from '~/db/schema/notices'
import type { Viewer } from '../people/viewer'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'

/** 关注: every notice of this proposal also goes to whoever watches it. */
export const watchProposal = (command: Command, target: Target) =>
  move(command, 'watch', target, {}, async (tx, f) => {
    const userId = command.viewer.userId ?? ''
    const { id: proposalId, bureauId } = f.proposal
    await tx
      .insert(watching)
      .values({ proposalId, userId, bureauId, since: command.now })
      .onConflictDoNothing()
    return { result: null }
  })

/** 取消关注。 */
export const unwatchProposal = (command: Command, target: Target) =>
  move(command, 'unwatch', target, {}, async (tx, f) => {
    await tx
      .delete(watching)
      .where(and(eq(watching.proposalId, f.proposal.id), eq(watching.userId, command.viewer.userId ?? '')))
    return { result: null }
  })

export const isWatching = (viewer: Viewer, proposalId: string): Promise<boolean> =>
  asViewer(viewer, async (tx) => {
    const rows = await tx
      .select({ since: watching.since })
      .from(watching)
      .where(and(eq(watching.proposalId, proposalId), eq(watching.userId, viewer.userId ?? '')))
    return rows.length > 0
  })
