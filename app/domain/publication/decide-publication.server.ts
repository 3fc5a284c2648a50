import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { publication } from '~/db/schema/after-the-letter'
import { shanghaiDay } from '../deadlines/day'
import { meetDeadline } from '../deadlines/set-deadlines.server'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { publicationModeWords } from '../proposal/words'
import type { PublicationMode } from '../proposal/words-of-the-trade'

export type PublicationProposal = { mode: PublicationMode; ground: string }

/** 拟公开意见, by the handler: full, summary or withheld with its ground (政府信息公开条例 2019). */
export const proposePublication = (command: Command, target: Target, input: PublicationProposal) =>
  move(command, 'propose_publication', target, input, async (tx, f) => {
    const said = {
      mode: input.mode,
      ground: input.ground,
      proposedBy: command.viewer.userId ?? '',
      proposedAt: command.now,
    }
    if (f.publication) await tx.update(publication).set(said).where(eq(publication.id, f.publication.id))
    else
      await tx.insert(publication).values({
        ...said, id: randomUUID(), proposalId: f.proposal.id, bureauId: f.proposal.bureauId,
        round: f.proposal.round, state: 'proposed',
      }) // prettier-ignore
    return { result: null, details: { mode: publicationModeWords[input.mode] } }
  })

/** 审定公开意见, by the openness reviewer, who is not the proposer: the recorded decision. */
export const reviewPublication = (command: Command, target: Target, input: PublicationProposal) =>
  move(command, 'review_publication', target, input, async (tx, f) => {
    await tx
      .update(publication)
      .set({
        state: 'reviewed',
        mode: input.mode,
        ground: input.ground,
        reviewedBy: command.viewer.userId,
        reviewedAt: command.now,
      })
      .where(eq(publication.id, f.publication?.id ?? ''))
    await meetDeadline(tx, f, 'publication', shanghaiDay(command.now))
    return { result: null, details: { mode: publicationModeWords[input.mode] } }
  })
