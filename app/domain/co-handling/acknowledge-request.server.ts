import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { partyName } from './party-name.server'

/** 签收会办。 */
export const acknowledgeRequest = (command: Command, target: Target) =>
  move(command, 'acknowledge_request', target, {}, async (tx, f) => ({
    result: {
      kind: 'request' as const,
      proposalId: f.proposal.id,
      registerNo: f.proposal.registerNo,
      requestId: f.request?.id ?? '',
    },
    details: { party: await partyName(tx, f) },
    requestChanges: { acknowledgedAt: command.now },
  }))
