import { randomUUID } from 'node:crypto'
import { opinion } from '~/db/schema/co-handling'
import { sha256 } from '../log/hashes.server'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { partyName } from './party-name.server'

export type OpinionGiven = {
  isNoObjection: boolean
  text: string
  docNo: string
  contactName: string
  contactPhone: string
}

/** 提交会办意见. The log keeps the hash of the opinion, never its text. */
export const answerRequest = (command: Command, target: Target, input: OpinionGiven) =>
  move(command, 'answer_request', target, input, async (tx, f) => {
    const id = randomUUID()
    await tx.insert(opinion).values({
      ...input, id, requestId: f.request?.id ?? '', proposalId: f.proposal.id, bureauId: f.proposal.bureauId,
      unitId: f.request?.unitId ?? null, divisionId: f.request?.divisionId ?? null,
      givenBy: command.viewer.userId, givenAt: command.now,
    }) // prettier-ignore
    return {
      result: { opinionId: id },
      details: { party: await partyName(tx, f), opinionId: id, opinionHash: sha256(input.text) },
      requestChanges: { answeredAt: command.now },
    }
  })
