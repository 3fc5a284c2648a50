import { randomUUID } from 'node:crypto'
import { reply } from '~/db/schema/reply'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { firstDraft } from '../reply/first-draft.server'
import { writeRevision } from './save-draft.server'

/** 开始拟稿: the reply (or, where we assist, the opinion) with a first revision laid out by the profile. */
export const startReply = (command: Command, target: Target) =>
  move(command, 'start_reply', target, {}, async (tx, f) => {
    const replyId = randomUUID()
    const kind = f.proposal.handlingRole === 'assist' ? 'opinion' : 'reply'
    await tx.insert(reply).values({
      id: replyId, proposalId: f.proposal.id, bureauId: f.proposal.bureauId, kind, round: f.proposal.round,
      state: 'drafting', drafterId: command.viewer.userId ?? '', revisionN: 1, startedAt: command.now,
    }) // prettier-ignore
    const hash = await writeRevision(tx, command, f, { replyId, n: 1 }, await firstDraft(tx, f, kind))
    return { result: { replyId }, replyId, replyChanges: { revisionN: 1 }, details: { kind, n: 1, hash } }
  })
