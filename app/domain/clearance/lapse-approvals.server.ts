import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { clearanceStep, signature } from '~/db/schema/reply'
import type { ReplyFacts } from '../proposal/facts'

/** Approvals belong to a hash: whatever opens the text again lets all of them lapse, and the signature too. */
export async function lapseApprovals(tx: Tx, reply: ReplyFacts, now: Date) {
  const cycle = reply.steps[0]?.cycle ?? 0
  await tx
    .update(clearanceStep)
    .set({ state: 'lapsed' })
    .where(
      and(
        eq(clearanceStep.replyId, reply.id),
        eq(clearanceStep.cycle, cycle),
        inArray(clearanceStep.state, ['waiting', 'open', 'approved', 'handed_up']),
      ),
    )
  await tx
    .update(signature)
    .set({ lapsedAt: now })
    .where(and(eq(signature.replyId, reply.id), isNull(signature.lapsedAt)))
}

/** The reply's columns once nothing is frozen any more. */
export const thawed = { frozenN: null, frozenHash: null, submittedAt: null, signedAt: null }
