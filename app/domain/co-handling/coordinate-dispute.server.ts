import { randomUUID } from 'node:crypto'
import { coordination } from '~/db/schema/co-handling'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { partyName } from './party-name.server'

export type Coordination = { heldOn: string; people: string; conclusion: string; isAgreed: boolean }

/** 登记会办分歧协调. Only a record that says we agree settles the dispute; the others stay beside it. */
export const coordinateDispute = (command: Command, target: Target, input: Coordination) =>
  move(command, input.isAgreed ? 'resolve_dispute' : 'record_coordination', target, input, async (tx, f) => {
    const id = randomUUID()
    await tx.insert(coordination).values({
      ...input, id, requestId: f.request?.id ?? '', proposalId: f.proposal.id, bureauId: f.proposal.bureauId,
      recordedBy: command.viewer.userId ?? '', recordedAt: command.now,
    }) // prettier-ignore
    return {
      result: { coordinationId: id },
      details: { party: await partyName(tx, f), coordinationId: id, heldOn: input.heldOn },
      requestChanges: input.isAgreed ? { settledAt: command.now } : {},
    }
  })
